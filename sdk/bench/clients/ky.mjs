// ky: retries and a timeout, no types of the API.
import ky from "ky";

export const label = "ky";
export const packageName = "ky";
export const surface = 'export { default } from "ky";';

export function connect({ baseUrl, key, fetch }) {
  const client = ky.create({
    prefixUrl: baseUrl,
    headers: { authorization: `Bearer ${key}` },
    ...(fetch && { fetch }),
  });
  return async () => (await client.get("api/v1/api_keys").json()).items;
}

export const consumer = `import ky from "ky";
const client = ky.create({ prefixUrl: "https://hub.example" });
const { items } = await client.get("keys").json<{ items: { name: string }[] }>();
const names: string[] = items.map((key) => key.name);
console.log(names.join());
`;
