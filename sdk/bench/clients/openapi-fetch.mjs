// openapi-fetch alone: typed fetch, no retries, no timeout.
import createClient from "openapi-fetch";

export const label = "openapi-fetch";
export const packageName = "openapi-fetch";
export const surface = 'export { default } from "openapi-fetch";';

export function connect({ baseUrl, key, fetch }) {
  const client = createClient({ baseUrl, headers: { authorization: `Bearer ${key}` }, ...(fetch && { fetch }) });
  return async () => {
    const { data, response } = await client.GET("/api/v1/api_keys");
    if (!response.ok) throw new Error(`The bench's own server answered ${response.status}.`);
    return data.items;
  };
}

export const consumer = `import createClient from "openapi-fetch";
interface paths { "/keys": { get: { responses: { 200: { content: { "application/json": { items: { name: string }[] } } } } } } }
const { data } = await createClient<paths>({ baseUrl: "https://hub.example" }).GET("/keys");
const names: string[] = data?.items.map((key) => key.name) ?? [];
console.log(names.join());
`;
