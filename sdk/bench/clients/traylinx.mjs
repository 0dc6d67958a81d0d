// The Traylinx client of the same package: its own entry point, three hosts, a credential for each.
import { Traylinx } from "@terminus-hub/sdk/traylinx";
import { keys } from "../../../scripts/bench/key-list.mjs";

export const label = "@terminus-hub/sdk/traylinx";
export const packageName = "@terminus-hub/sdk";
export const surface = 'export * from "@terminus-hub/sdk/traylinx";';
export const answer = JSON.stringify({ data: keys });

export function connect({ baseUrl, fetch }) {
  const traylinx = new Traylinx({ accessToken: "eyJ.eyJ.x", baseUrl, ...(fetch && { fetch }) });
  return async () => (await traylinx.apiKeys.list("organization", "project")).data;
}

export const consumer = `import { Traylinx } from "@terminus-hub/sdk/traylinx";
const traylinx = new Traylinx({ accessToken: "eyJ.eyJ.x" });
const { data } = await traylinx.apiKeys.list("organization", "project");
const notes: (string | null | undefined)[] = data.map((key) => key.attributes.note);
console.log(notes.join());
`;
