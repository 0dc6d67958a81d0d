// Where a secret comes from, what is wrong with it, and how it travels.
import { ConfigurationError } from "./errors.js";

/** A secret, or a function that fetches the current one (vaults, rotation). */
export type SecretSource = string | (() => string | Promise<string>);

/** One way to prove who is calling: an API key, an access token. */
export interface Credential {
  /** The option that holds it. */
  readonly option: string;
  /** The environment variable that holds it. */
  readonly env: string;
  /** What is wrong with a value, as the end of the sentence "The API key ..."; `undefined` when it looks right. */
  check(value: string): string | undefined;
  /** The header that carries it. */
  header(value: string): readonly [name: string, value: string];
}

/** Asks for the secret of the next request. */
export type AskSecret = () => string | Promise<string>;

/** A checked secret at once, or an asker that several requests at the same time share. */
export function createAsk(source: SecretSource, credential: Credential): AskSecret {
  const checked = (value: unknown): string => {
    const problem = typeof value === "string" ? credential.check(value) : `is a ${typeof value}, not a string`;
    if (problem) throw new ConfigurationError(`The ${credential.option} ${problem}`);
    return value as string;
  };
  if (typeof source !== "function") {
    const value = checked(source);
    return () => value;
  }
  let pending: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      return checked(await source());
    } catch (cause) {
      if (cause instanceof ConfigurationError) throw cause;
      throw new ConfigurationError(
        `The ${credential.option} function failed; nothing was sent. Its error is the cause.`,
        {
          cause,
        },
      );
    } finally {
      pending = undefined;
    }
  };
  return () => (pending ??= ask());
}
