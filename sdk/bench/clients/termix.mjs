// The Termix client of the same package: its own entry point, keys all in one answer.
import { Termix } from "@terminus-hub/sdk/termix";
import { keys } from "../../../scripts/bench/key-list.mjs";

export const label = "@terminus-hub/sdk/termix";
export const packageName = "@terminus-hub/sdk";
export const surface = 'export * from "@terminus-hub/sdk/termix";';
export const answer = JSON.stringify({ apiKeys: keys });

export function connect({ baseUrl, fetch }) {
  const termix = new Termix({ apiKey: `tmx_${"0".repeat(64)}`, baseUrl, ...(fetch && { fetch }) });
  return async () => (await termix.apiKeys.list()).apiKeys;
}

export const consumer = `import { Termix } from "@terminus-hub/sdk/termix";
const termix = new Termix({ baseUrl: "https://termix.example", apiKey: "tmx_x" });
const { apiKeys } = await termix.apiKeys.list();
const names: string[] = apiKeys.map((key) => key.name);
console.log(names.join());
`;
