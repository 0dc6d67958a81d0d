// What compiles, and what does not, with the published types of the Traylinx client.
import type { KeyStore } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Traylinx } from "@terminus-hub/sdk/traylinx";

export const store: KeyStore = keyStore(new Traylinx(), { organizationId: "o", projectId: "p" });

export function main(): void {
  const maybe = (): undefined => undefined;
  new Traylinx().apiKeys.create("o", "p", { data: { attributes: { note: "ci", expiresAt: maybe() } } });
  // @ts-expect-error A project is needed: scopes are not any.
  keyStore(new Traylinx());
}
