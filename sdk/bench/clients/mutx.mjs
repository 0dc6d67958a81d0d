// The MUTX client of the same package: its own entry point, pages counted by items skipped.
import { Mutx } from "@terminus-hub/sdk/mutx";
import { keys } from "../../../scripts/bench/key-list.mjs";

export const label = "@terminus-hub/sdk/mutx";
export const packageName = "@terminus-hub/sdk";
export const surface = 'export * from "@terminus-hub/sdk/mutx";';
export const answer = JSON.stringify({ items: keys, total: keys.length, skip: 0, limit: 50, has_more: false });

export function connect({ baseUrl, fetch }) {
  const mutx = new Mutx({ apiKey: `mutx_live_${"0".repeat(12)}_${"x".repeat(43)}`, baseUrl, ...(fetch && { fetch }) });
  return async () => (await mutx.apiKeys.list()).items;
}

export const consumer = `import { Mutx } from "@terminus-hub/sdk/mutx";
const mutx = new Mutx({ apiKey: "mutx_live_x" });
const { items } = await mutx.apiKeys.list({ limit: 20 });
const names: string[] = items.map((key) => key.name);
console.log(names.join());
`;
