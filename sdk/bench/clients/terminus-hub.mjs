// The SDK, from its packed tarball, with every default: timeout, deadline, retries and redirect rules are on.
import { TerminusHub } from "@terminus-hub/sdk";

export const label = "@terminus-hub/sdk";
export const packageName = "@terminus-hub/sdk";
export const surface = 'export * from "@terminus-hub/sdk";';

export function connect({ baseUrl, key, fetch }) {
  const hub = new TerminusHub({ apiKey: key, baseUrl, ...(fetch && { fetch }) });
  return async () => (await hub.apiKeys.list()).items;
}

export const consumer = `import { TerminusHub } from "@terminus-hub/sdk";
const hub = new TerminusHub({ apiKey: "thub_x" });
const { items } = await hub.apiKeys.list({ limit: 20 });
const names: string[] = items.map((key) => key.name);
console.log(names.join());
`;
