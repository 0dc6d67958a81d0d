// openai: a generated SDK (Stainless) with retries, timeouts, typed errors and pagination.
import OpenAI from "openai";

export const label = "openai";
export const packageName = "openai";
export const surface = 'export { default } from "openai";';

export function connect({ baseUrl, key, fetch }) {
  const client = new OpenAI({ apiKey: key, baseURL: baseUrl, ...(fetch && { fetch }) });
  return async () => (await client.get("/api/v1/api_keys")).items;
}

export const consumer = `import OpenAI from "openai";
const client = new OpenAI({ apiKey: "sk_x" });
const { data } = await client.models.list();
const names: string[] = data.map((model) => model.id);
console.log(names.join());
`;
