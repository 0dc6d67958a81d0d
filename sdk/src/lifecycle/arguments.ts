// Refuses wrong arguments before anything is sent, such as a client instead of its key store, or a misspelt option.
import { ConfigurationError } from "../core/errors.js";
import type { KeyStore } from "./key-store.js";

/** Throws unless `keys` has what `caller` is going to call. */
export function refuseUnlessStore(keys: Partial<KeyStore>, caller: string, methods: readonly (keyof KeyStore)[]): void {
  const { capabilities } = Object(keys);
  if (Object(capabilities) === capabilities && methods.every((method) => typeof keys[method] === "function")) return;
  throw new ConfigurationError(
    `${caller} needs a key store, but was given something else, such as a client. Pass keyStore(hub) instead of hub. The client's entry exports keyStore. Nothing was sent.`,
  );
}

/** Throws unless `options` is an object with none but `known` names. */
export function refuseUnknownOptions(options: object, caller: string, known: readonly string[]): void {
  if (Object(options) !== options) {
    throw new ConfigurationError(`${caller} needs an object of options. Nothing was sent.`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `${caller} does not know the option ${JSON.stringify(unknown)}. It takes ${known.join(", ")}. Nothing was sent.`,
  );
}

/** Throws unless the option is a function. */
export function refuseUnlessFunction(value: unknown, option: string, purpose: string): void {
  if (typeof value === "function") return;
  throw new ConfigurationError(`The option ${option} is not a function. Pass one that ${purpose}. Nothing was sent.`);
}
