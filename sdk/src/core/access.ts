// Where requests go, and which credential goes with them.
import type { Header } from "./credential.js";

export interface Access {
  /** The base URL that a path of the document is added to. */
  base(path: string): string;
  /** The header for a request to `url`, or `false` where no credential belongs. */
  ask(url: string, signal: AbortSignal): Header | false | Promise<Header | false>;
  /** Whether the secret comes from a function, which may know a newer one. */
  readonly rotates: boolean;
  /** Options with what the environment added, for clones. */
  readonly resolved: object;
}

/** An option, else an environment variable of the API, named without the API's own beginning. */
export type ReadOption = (option: string, variable: string) => unknown;
