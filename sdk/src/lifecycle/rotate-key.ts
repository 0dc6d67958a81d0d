// Replaces a key by a new one so that no consumer is ever without a key that works.
import { instant } from "./duration.js";
import type { KeyStore } from "./key-store.js";
import { checkPreconditions } from "./preconditions.js";
import { rotateBeside } from "./rotate-beside.js";
import { rotateInPlace } from "./rotate-in-place.js";
import { checkRotateArguments, type RotateOptions } from "./rotate-options.js";
import type { Rotation } from "./rotation.js";

/**
 * Replaces a key: makes a new one with the same name, note and expiry, proves by `verify` that it works, hands its
 * secret to `switchOver`, proves it once more, and only then deletes the old one, with the new secret.
 *
 * Any failure leaves every consumer with a key that works. Until `switchOver` is called, a failure deletes the new key
 * and leaves the old one untouched. After that, it depends on `switchBack` (see there). A deletion whose answer was lost is
 * looked up. A creation whose answer was lost is looked up too. The new key is deleted only if exactly one new key has
 * the old one's name and was never used.
 *
 * The client's own key can be rotated. What comes after `switchOver` is done with the new secret, and with the client's
 * credential only where the new secret may not do it. That client then holds a dead key, unless its `apiKey` is a
 * function that returns what `switchOver` has stored.
 *
 * With `inPlace: true` (only MUTX has such a call) the old secret dies before anybody holds the new one. Use it when
 * the old secret has leaked, or when the quota leaves no room for a second key.
 *
 * @example
 * const rotation = await rotateKey(keyStore(hub), {
 *   id,
 *   switchOver: (secret) => vault.put("TERMINUS_API_KEY", secret),
 *   verify: (secret) => hub.withOptions({ apiKey: secret }).workspaces.list({ limit: 1 }),
 * });
 * console.log(`${rotation}`);
 * @throws {RotationError} when a step failed or `signal` aborted. `state` says which keys exist and what to do next
 * @throws {ConfigurationError} when an argument is wrong. Nothing was sent
 */
export async function rotateKey(keys: KeyStore, options: RotateOptions): Promise<Rotation> {
  checkRotateArguments(keys, options);
  const now = instant(options.now);
  const { old, before } = await checkPreconditions(keys, options, now);
  return options.inPlace ? rotateInPlace(keys, options, old, before) : rotateBeside(keys, options, old, before, now);
}
