// Where a secret comes from, what is wrong with it, and how it travels.
import { describeOption } from "./environment.js";
import { ConfigurationError } from "./errors.js";

/** A secret, or a function that fetches the current one (vaults, rotation). */
export type SecretSource = string | (() => string | Promise<string>);

/** One way to prove who is calling: an API key, an access token. */
export interface Credential {
  /** The option that holds it. */
  readonly option: string;
  /** The environment variable that holds it, without the API's own beginning. */
  readonly env: string;
  /** How it starts. */
  readonly prefix: string;
  /** The header that carries it. */
  readonly header: string;
  /** What stands before it there. */
  readonly scheme: string;
}

/** What a secret is made of, as a class for a regular expression: printable, and nothing that quotes or marks up. */
export const SECRET_CHARACTER = "[^\\0- \"'`&<>\\\\\\x7f-\\uffff]";

export type Header = readonly [name: string, value: string];

/**
 * Gives the header of the next request. Requests at the same time share one call of a function. If one of them gives
 * up, the next request calls the function again, since it may never answer.
 */
export type Ask = (signal: AbortSignal) => Header | Promise<Header>;

export function createAsk(
  source: SecretSource,
  { option, env, prefix, header, scheme }: Credential,
  api: { readonly env: string },
): Ask {
  const carry = (secret: unknown) => {
    const text = typeof secret === "string" ? secret : "";
    // The first character that no key has: quotes, blanks, letters beyond ASCII.
    const odd = text.replace(new RegExp(SECRET_CHARACTER, "g"), "")[0];
    const problem = !text
      ? "is not a string"
      : /^bearer /i.test(text)
        ? "starts with Bearer"
        : odd
          ? `contains ${JSON.stringify(odd)}, which no key has`
          : !text.startsWith(prefix)
            ? `does not start with ${prefix}`
            : text === prefix && `is only ${prefix}`;
    if (problem) {
      const name = describeOption(option, source, `${api.env}_${env}`);
      throw new ConfigurationError(`The ${name} ${problem}. Pass it as issued. Nothing was sent.`);
    }
    return [header, scheme + text] as const;
  };
  if (typeof source !== "function") {
    const carried = carry(source);
    return () => carried;
  }
  let pending: ReturnType<Ask> | undefined;
  const forget = () => {
    pending = undefined;
  };
  const ask = async () => {
    try {
      return carry(await source());
    } catch (cause) {
      if (cause instanceof ConfigurationError) throw cause;
      throw new ConfigurationError(`The ${option} function failed. Nothing was sent.`, { cause });
    } finally {
      forget();
    }
  };
  return (signal) => {
    pending ??= ask();
    signal.addEventListener("abort", forget);
    return pending;
  };
}
