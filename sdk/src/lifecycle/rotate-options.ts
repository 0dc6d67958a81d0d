// The options of a rotation, and the one place that checks them.
import { ConfigurationError } from "../core/errors.js";
import { refuseUnknownOptions, refuseUnlessFunction, refuseUnlessStore } from "./arguments.js";
import type { KeyStore } from "./key-store.js";

interface CommonOptions {
  /** The id of the key to replace, as the list shows it. */
  readonly id: string;
  /**
   * Gives the new secret to every consumer, and returns when they use it. If it throws, it must have left them on the
   * old secret. If it may stop halfway, pass `switchBack` as well.
   */
  readonly switchOver: (secret: string) => unknown;
  /**
   * Returns a real call with the secret, or its outcome. A call or a list of a client is awaited, and so sent. It fails if
   * it throws, or returns `false` or anything whose `ok` is `false` (a `Response`, the result of `.safe()`). A function that
   * returns nothing proves nothing and fails too. An `async` one that throws on failure need not return anything.
   */
  readonly verify: (secret: string) => NonNullable<unknown> | null;
  /** Stops the rotation between two steps. What was begun is undone as after any other failure. */
  readonly signal?: AbortSignal | null | undefined;
  /** The present. Default: the platform's time. */
  readonly now?: Date | string | number | undefined;
}

/** Two keys side by side until the new one has proved itself. */
export interface RotateBesideOptions extends CommonOptions {
  readonly inPlace?: false | undefined;
  /**
   * Brings every consumer back to the old secret, from wherever `switchOver` left them. It may run though nothing was
   * switched. With it, a failure after `switchOver` ends with the old key in use and the new one deleted. Without it,
   * both keys stay alive, since deleting either could leave a consumer without one.
   */
  readonly switchBack?: (() => unknown) | undefined;
  /** Allows a new key that expires at another time than the old one, where the API cannot copy the expiry. */
  readonly allowExpiryChange?: boolean | undefined;
}

/** One call that replaces the secret. **The old secret dies first**, so consumers have none until `switchOver` is done. */
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

/** Throws if an argument of `rotateKey` is wrong, before anything is sent. */
export function checkRotateArguments(keys: KeyStore, options: RotateOptions): void {
  refuseUnlessStore(keys, "rotateKey", ["list", "create", "delete", "withSecret"]);
  refuseUnknownOptions(options, "rotateKey", OPTIONS);
  refuseUnlessFunction(options.verify, "verify", "returns a real call with the secret it is given");
  refuseUnlessFunction(options.switchOver, "switchOver", "gives the secret to every consumer");
  if (options.switchBack !== undefined) {
    refuseUnlessFunction(options.switchBack, "switchBack", "brings every consumer back to the old secret");
  }
  if (typeof options.id !== "string" || !options.id) {
    throw new ConfigurationError(
      "The option id must be a non-empty string: the id of the key to rotate, as keys.list() shows it. Nothing was sent.",
    );
  }
  if (options.inPlace && !keys.rotateInPlace) {
    throw new ConfigurationError(
      "The option inPlace is true, but this API cannot rotate in place. Leave the option out. Nothing was sent.",
    );
  }
}
