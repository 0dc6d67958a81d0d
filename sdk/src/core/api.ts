// What an API tells the core about itself: data and one small adapter, so that the core knows none by name.
import type { Credential } from "./credential.js";
import type { ErrorField } from "./errors.js";

export interface Api {
  /** The client's class name, for logs and inspectors. */
  readonly name: string;
  /** The start of its environment variables: `TERMINUS` for `TERMINUS_BASE_URL`. */
  readonly env: string;
  /** Where the API lives unless the caller says otherwise. */
  readonly baseUrl?: string;
  /** What every path starts with; a base URL that ends in it is refused. */
  readonly root: string;
  /** Ways to authenticate, the preferred first; the first one configured is used. */
  readonly credentials: readonly Credential[];
  /** Where a person makes a key, for the message that says one is missing. */
  readonly keyPage: string;
  /** How its secrets start, for masking. */
  readonly secretPrefixes: readonly string[];
  /** Names of the body fields that the spec marks as secret. */
  readonly secretFields: readonly string[];
  /** Finds the error in an error body; whatever is no string is ignored. */
  readError(body: unknown): { readonly [K in ErrorField]?: unknown } | undefined;
}
