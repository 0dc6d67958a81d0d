// What an API tells the core about itself, as data and a few functions. So the core knows no API by name.
import type { Access, ReadOption } from "./access.js";
import type { ErrorField, errorClass } from "./errors.js";

export interface ApiTraits {
  /** The client's class name, for logs and inspectors. */
  readonly name: string;
  /** The start of its environment variables: `TERMINUS` for `TERMINUS_BASE_URL`. */
  readonly env: string;
  /** What every path starts with, if anything. A base URL must not end in it. */
  readonly root?: string;
  /** Finds where requests go, and what proves who is calling. */
  access(api: ApiTraits, readOption: ReadOption): Access;
  /** Where a person makes a key, for the message that says one is missing. */
  readonly keyPage: string;
  /** How its secrets start, for masking. */
  readonly secretPrefixes: readonly string[];
  /** Names of the body fields that the spec marks as secret. */
  readonly secretFields: readonly string[];
  /** The error class for a status that is not a success. */
  readonly errorClass: typeof errorClass;
  /** Finds the error in an error body. The core ignores what is not a string. */
  readError(body: unknown): { readonly [K in ErrorField]?: unknown } | undefined;
}
