// @octokit/request: the quickest to start of the known thin clients.
import { request } from "@octokit/request";

export const label = "@octokit/request";
export const packageName = "@octokit/request";
export const surface = 'export { request } from "@octokit/request";';

export function connect({ baseUrl, key, fetch }) {
  const send = request.defaults({
    baseUrl,
    headers: { authorization: `Bearer ${key}` },
    ...(fetch && { request: { fetch } }),
  });
  return async () => (await send("GET /api/v1/api_keys")).data.items;
}

export const consumer = `import { request } from "@octokit/request";
const { data } = await request("GET /repos/{owner}/{repo}/keys", { owner: "a", repo: "b" });
const names: string[] = data.map((key) => key.title);
console.log(names.join());
export {};
`;
