// Refuses what cannot be meant before anything is sent: a client in place of its keys, options that are missing or misspelt.
import { ConfigurationError } from "../core/errors.js";
import type { KeyStore } from "./key-store.js";

/** Throws unless `keys` has what `caller` is going to call. */
export function refuseUnlessStore(keys: Partial<KeyStore>, caller: string, methods: readonly (keyof KeyStore)[]): void {
  const { capabilities } = Object(keys);
  if (Object(capabilities) === capabilities && methods.every((method) => typeof keys[method] === "function")) return;
  throw new ConfigurationError(
    `${caller} was given no key store, but something else, such as a client. Pass keyStore(hub), which the client's entry exports, in place of hub; nothing was sent.`,
  );
}

/** Throws unless `options` is an object with none but `known` names. */
export function refuseUnknownOptions(options: object, caller: string, known: readonly string[]): void {
  if (Object(options) !== options) {
    throw new ConfigurationError(`${caller} was given no options. Pass an object; nothing was sent.`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `The option ${JSON.stringify(unknown)} is unknown to ${caller}, which takes ${known.join(", ")}. Nothing was sent.`,
  );
}

/** Throws unless the option is a function. */
export function refuseUnlessFunction(value: unknown, option: string, purpose: string): void {
  if (typeof value === "function") return;
  throw new ConfigurationError(`The option ${option} is no function. Pass one that ${purpose}; nothing was sent.`);
}
