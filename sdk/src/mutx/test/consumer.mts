// What compiles, and what does not, with the published types of the MUTX client.
import type { KeyStore } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Mutx, parseTime } from "@terminus-hub/sdk/mutx";

export const store: KeyStore = keyStore(new Mutx({ apiKey: "mutx_live_0123456789" }));

export async function main(): Promise<void> {
  const maybe = (): undefined => undefined;
  const result = await new Mutx().apiKeys.create({ name: "ci", expires_in_days: maybe() }).safe();
  if (!result.ok && result.error.status === 409) result.error.message.length;
  // @ts-expect-error That operation has no 404: its errors are not any.
  if (!result.ok && result.error.status === 404) return;
  if (result.ok) parseTime(result.data.expires_at)?.getTime();
}
