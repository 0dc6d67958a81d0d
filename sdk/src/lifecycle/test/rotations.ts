// What the tests of rotation share: options that would pass, and the error that a rotation stops with.
import type { KeyStore } from "../key-store.js";
import { rotateKey } from "../rotate-key.js";
import type { RotateOptions } from "../rotate-options.js";
import { RotationError } from "../rotation-error.js";
import { type FaultyServer, NOW } from "./faulty-keys.js";

export const IN_A_WEEK = new Date("2026-01-08T00:00:00Z");

/** The options of a rotation that goes through, with `over` in place of some. */
export const options = (over: Partial<RotateOptions> = {}): RotateOptions =>
  ({ id: "old", now: NOW, switchOver: () => {}, verify: () => true, ...over }) as RotateOptions;

/** The error a rotation stops with. */
export async function stoppedBy(keys: KeyStore, over: Partial<RotateOptions> = {}): Promise<RotationError> {
  const error = await rotateKey(keys, options(over)).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof RotationError)) throw new Error(`Expected a RotationError, got ${String(error)}.`);
  return error;
}

/** The keys that the server has, by id. */
export const ids = (server: FaultyServer) => server.keys.map(({ id }) => id);
