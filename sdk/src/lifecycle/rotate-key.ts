// Replaces a key by a new one so that no consumer is ever without a key that works.
import { AbortError, ConfigurationError, PermissionDeniedError } from "../core/errors.js";
import { refuseUnknownOptions, refuseUnlessFunction, refuseUnlessStore } from "./arguments.js";
import { instant } from "./duration.js";
import type { CreatedKey, KeyStore, StoredKey } from "./key-store.js";
import { failedCreate } from "./lost-create.js";
import { prove } from "./prove.js";
import { messageOf } from "./redact-rotation.js";
import { isListed, removeKey } from "./remove-key.js";
import { rotateInPlace } from "./rotate-in-place.js";
import { Rotation } from "./rotation.js";
import type { RotationError, RotationStep } from "./rotation-error.js";
import { describeKey, keyState, rotationFailure } from "./rotation-failure.js";

interface CommonOptions {
  /** The id of the key to replace, as the list shows it. */
  readonly id: string;
  /**
   * Gives the new secret to every consumer, and returns when they use it. If it throws, it must have left them on the
   * old secret; where it may stop halfway, pass `switchBack` as well.
   */
  readonly switchOver: (secret: string) => unknown;
  /**
   * Returns a real call with the secret, or its outcome; a call or a list of a client is awaited, and so sent. It fails by
   * throwing, or by returning `false` or anything whose `ok` is `false` (a `Response`, the result of `.safe()`). A function
   * that returns nothing proves nothing and fails too; an `async` one that throws on failure need not return anything.
   */
  readonly verify: (secret: string) => NonNullable<unknown> | null;
  /** Stops the rotation between two steps; what was begun is undone as after any other failure. */
  readonly signal?: AbortSignal | null | undefined;
  /** The present, where it is not the platform's. */
  readonly now?: Date | string | number | undefined;
}

/** Two keys side by side until the new one has proved itself. */
export interface RotateBesideOptions extends CommonOptions {
  readonly inPlace?: false | undefined;
  /**
   * Brings every consumer back to the old secret, from wherever `switchOver` left them; it may run though nothing was
   * switched. With it, a failure after `switchOver` ends with the old key in use and the new one deleted. Without it,
   * both keys stay alive, since deleting either could leave a consumer without one.
   */
  readonly switchBack?: (() => unknown) | undefined;
  /** Allows a new key that expires at another time than the old one, where the API cannot copy the expiry. */
  readonly allowExpiryChange?: boolean | undefined;
}

/** One call that replaces the secret. **The old secret dies first**: consumers have none until `switchOver` is done. */
export interface RotateInPlaceOptions extends CommonOptions {
  readonly inPlace: true;
  readonly switchBack?: undefined;
  readonly allowExpiryChange?: undefined;
}

export type RotateOptions = RotateBesideOptions | RotateInPlaceOptions;

const OPTIONS: readonly (keyof RotateOptions)[] = [
  "id",
  "switchOver",
  "verify",
  "switchBack",
  "inPlace",
  "allowExpiryChange",
  "signal",
  "now",
];

/**
 * Replaces a key: makes a new one with the same name, note and expiry, proves by `verify` that it works, hands its
 * secret to `switchOver`, proves it once more, and only then deletes the old one, with the new secret.
 *
 * Any failure leaves every consumer with a key that works. Until `switchOver` is called, a failure deletes the new key
 * and leaves the old one untouched. After that, `switchBack` decides: see there. A deletion whose answer was lost is
 * looked up. A creation whose answer was lost is looked up too: the new key is deleted only if exactly one new key has
 * the old one's name and was never used.
 *
 * The client's own key can be rotated: what comes after `switchOver` is done with the new secret, and with the client's
 * credential only where the new secret may not do it. That client then holds a dead key, unless its `apiKey` is a
 * function that gives what `switchOver` has put away.
 *
 * With `inPlace: true` (MUTX alone has such a call) the old secret dies before anybody holds the new one. Use it when
 * the old secret has leaked, or when the quota leaves no room for a second key.
 *
 * @example
 * const rotation = await rotateKey(keyStore(hub), {
 *   id,
 *   switchOver: (secret) => vault.put("TERMINUS_API_KEY", secret),
 *   verify: (secret) => hub.withOptions({ apiKey: secret }).workspaces.list({ limit: 1 }),
 * });
 * console.log(`${rotation}`);
 * @throws {RotationError} when a step failed or `signal` aborted; `state` says which keys exist and what to do next
 * @throws {ConfigurationError} when an option cannot be meant; nothing was sent
 */
export async function rotateKey(keys: KeyStore, options: RotateOptions): Promise<Rotation> {
  refuseUnlessStore(keys, "rotateKey", ["list", "create", "delete", "withSecret"]);
  refuseUnknownOptions(options, "rotateKey", OPTIONS);
  refuseUnlessFunction(options.verify, "verify", "returns a real call with the secret it is given");
  refuseUnlessFunction(options.switchOver, "switchOver", "gives the secret to every consumer");
  if (options.switchBack !== undefined) {
    refuseUnlessFunction(options.switchBack, "switchBack", "brings every consumer back to the old secret");
  }
  const now = instant(options.now);
  if (typeof options.id !== "string" || !options.id) {
    throw new ConfigurationError(
      "The option id is no id. Pass the id of a key as the list shows it; nothing was sent.",
    );
  }
  if (options.inPlace && !keys.rotateInPlace) {
    throw new ConfigurationError(
      "The option inPlace is true, and this API has no rotation in place. Leave it out; nothing was sent.",
    );
  }
  const { old, before } = await checkPreconditions(keys, options, now);
  return options.inPlace ? rotateInPlace(keys, options, old, before) : rotateBeside(keys, options, old, before, now);
}

/** Finds the key, and every reason not to begin. */
async function checkPreconditions(keys: KeyStore, options: RotateOptions, now: Date) {
  const { id, signal } = options;
  let before: readonly StoredKey[] | undefined;
  let old: StoredKey | undefined;
  try {
    refuseIfAborted(signal);
    before = await keys.list();
    old = before.find((key) => key.id === id);
    if (!old) throw new Error(`No key has the id ${JSON.stringify(id)}`);
    refuseUnlessAlive(old, now);
    if (!options.inPlace) {
      if (!options.allowExpiryChange) refuseUnlessExpiryFits(keys, old);
      await refuseIfFull(keys);
    }
    refuseIfAborted(signal);
    return { old, before };
  } catch (cause) {
    const oldKey = keyState(old ?? { id, name: null, note: null }, before ? isListed(before, id) : "unknown");
    throw rotationFailure("check", cause, { oldKey, next: "Nothing was changed." });
  }
}

function refuseIfAborted(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted) throw new AbortError("The rotation was aborted by its signal.", { cause: signal.reason });
}

function refuseUnlessAlive({ active, expiresAt }: StoredKey, now: Date): void {
  if (active === false) throw new Error("The key was revoked, so there is nothing to rotate; make a new key instead");
  if (expiresAt && expiresAt <= now) {
    throw new Error(
      `The key expired at ${expiresAt.toISOString()}, and a copy of it would too; make a new key instead`,
    );
  }
}

function refuseUnlessExpiryFits({ capabilities, rotateInPlace }: KeyStore, { expiresAt }: StoredKey): void {
  if (!expiresAt || capabilities.expiry === "exact") return;
  const how = capabilities.expiry === "days" ? "takes whole days only" : "takes none";
  const other = rotateInPlace ? ", or inPlace: true, which keeps it" : "";
  throw new Error(
    `The key expires at ${expiresAt.toISOString()}, which this API cannot give to a new one, since it ${how}; pass allowExpiryChange: true to accept another expiry${other}`,
  );
}

async function refuseIfFull(keys: KeyStore): Promise<void> {
  const quota = await keys.quota?.();
  if (!quota || quota.used < quota.limit) return;
  const other = keys.rotateInPlace ? ", or rotate with inPlace: true" : "";
  throw new Error(
    `The quota is full, ${quota.used} of ${quota.limit} keys, so there is no room for a second one; delete a key first${other}`,
  );
}

async function rotateBeside(
  keys: KeyStore,
  options: RotateBesideOptions,
  old: StoredKey,
  before: readonly StoredKey[],
  now: Date,
): Promise<Rotation> {
  const { signal, switchOver, verify } = options;
  let created: CreatedKey;
  try {
    created = await keys.create({ like: old, now });
  } catch (cause) {
    throw await failedCreate(keys, old, before, cause);
  }
  if (before.some(({ id }) => id === created.key.id)) {
    throw rotationFailure(
      "create",
      new Error(`The API called the new key ${describeKey(created.key)}, which another key is called`),
      {
        oldKey: keyState(old, true),
        secret: created.secret,
        next: "The old key works as before, and nothing was deleted. Look which of the keys is new, and delete that one.",
      },
    );
  }

  const run: RotationInProgress = { keys, renewed: [keys.withSecret(created.secret), keys], options, old, created };
  const notes: string[] = [];
  let step: RotationStep = "create";
  try {
    const note = judgeExpiry(old, created.key, options.allowExpiryChange);
    if (note) notes.push(note);
    refuseIfAborted(signal);
    step = "verify-new";
    await prove(verify, created.secret);
    refuseIfAborted(signal);
  } catch (cause) {
    throw await deleteNewKey(run, step, cause);
  }

  step = "switch-over";
  try {
    await switchOver(created.secret);
  } catch (cause) {
    throw await switchBackAndFail(run, step, cause, "old");
  }
  try {
    refuseIfAborted(signal);
    step = "verify-switched";
    await prove(verify, created.secret);
    refuseIfAborted(signal);
  } catch (cause) {
    throw await switchBackAndFail(run, step, cause, "new");
  }

  const removal = await removeKey(run.renewed, old.id);
  if (removal.outcome !== "gone") throw oldKeyRemains(run, removal.outcome, removal.cause);
  if (removal.cause && !(removal.cause instanceof PermissionDeniedError)) {
    notes.push(`Deleting the old key took a second try (${messageOf(removal.cause, created.secret)}); it is gone.`);
  }
  return new Rotation(old, created.key, false, notes);
}

/** A rotation with its new key made. */
interface RotationInProgress {
  readonly keys: KeyStore;
  /** The keys by the new secret first, then by the client's own credential. */
  readonly renewed: readonly KeyStore[];
  readonly options: RotateBesideOptions;
  readonly old: StoredKey;
  readonly created: CreatedKey;
}

/** A server that ignores the expiry would make a key that outlives the old one. */
function judgeExpiry(old: StoredKey, fresh: StoredKey, allowed: boolean | undefined): string | undefined {
  if (old.expiresAt === undefined) return undefined;
  const said = (date: Date | null) => (date ? `at ${date.toISOString()}` : "never");
  if (fresh.expiresAt === undefined) {
    return old.expiresAt
      ? `The API does not say when the new key expires; the old one: ${said(old.expiresAt)}.`
      : undefined;
  }
  const apart = Math.abs((old.expiresAt?.getTime() ?? 0) - (fresh.expiresAt?.getTime() ?? 0));
  // Some servers cut the milliseconds off.
  if (apart < 1_000) return undefined;
  const difference = `The new key expires ${said(fresh.expiresAt)}, the old one ${said(old.expiresAt)}`;
  if (allowed) return `${difference}.`;
  throw new Error(`${difference}; pass allowExpiryChange: true to accept that`);
}

/** Deletes the new key, which no consumer holds. */
async function deleteNewKey(
  { keys, renewed, old, created }: RotationInProgress,
  step: RotationStep,
  cause: unknown,
): Promise<RotationError> {
  const { outcome } = await removeKey([keys, ...renewed.slice(0, 1)], created.key.id);
  const exists = outcome === "gone" ? false : outcome === "left" || "unknown";
  const next = exists
    ? `The old key works as before. The new one could not be deleted: delete ${describeKey(created.key)}.`
    : "The new key was deleted, and the old one works as before.";
  return rotationFailure(step, cause, {
    oldKey: keyState(old, true),
    newKey: keyState(created.key, exists, exists && "unknown"),
    secret: created.secret,
    next,
  });
}

/** Brings the consumers back, so that the new key can be deleted; keeps both keys where that is not sure. */
async function switchBackAndFail(
  run: RotationInProgress,
  step: RotationStep,
  cause: unknown,
  consumer: "old" | "new",
): Promise<RotationError> {
  const { options, old, created } = run;
  const both = {
    oldKey: keyState(old, true),
    newKey: keyState(created.key, true, "unknown"),
    secret: created.secret,
  };
  const choose = `Once you know which one they hold, delete the other: ${describeKey(old)} is the old one, ${describeKey(created.key)} the new one.`;
  if (options.switchBack) {
    try {
      await options.switchBack();
      return await deleteNewKey(run, step, cause);
    } catch (failure) {
      const why = messageOf(failure, created.secret);
      const next = `switchBack failed as well (${why}), so both keys were kept. ${choose}`;
      return rotationFailure(step, cause, { ...both, consumer: "unknown", next });
    }
  }
  if (consumer === "old") return deleteNewKey(run, step, cause);
  const next = `The consumers hold the new key, and both keys were kept. ${choose}`;
  return rotationFailure(step, cause, { ...both, consumer, next });
}

/** The new key works and is in use; the old one is, or may be, still there. */
function oldKeyRemains(
  { old, created }: RotationInProgress,
  outcome: "left" | "unknown",
  cause: unknown,
): RotationError {
  const next =
    outcome === "left"
      ? `The consumers hold the new key, and both keys work. Delete the old one: ${describeKey(old)}.`
      : `The consumers hold the new key, which works. Whether the old one is gone is not known. Look for it, and delete it: ${describeKey(old)}.`;
  return rotationFailure("delete-old", cause, {
    oldKey: keyState(old, outcome === "left" || "unknown"),
    newKey: keyState(created.key, true),
    consumer: "new",
    secret: created.secret,
    next,
  });
}
