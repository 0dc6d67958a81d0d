// The list of APIs as data, for whoever cannot import their definitions: what is written to openapi/index.json.
import type { ApiDefinition } from "./define-api.js";

/** One API as `spec/openapi/index.json` lists it; that list is written from `spec/src/apis.ts`. */
export interface ListedApi {
  /** Its name in folders, entries and options, such as `terminus-hub`. */
  readonly name: string;
  readonly title: string;
  /** The class of its client, such as `TerminusHub`. */
  readonly client: string;
  /** How examples call a client, such as `hub`. */
  readonly variable: string;
  /** How its environment variables start, such as `TERMINUS`. */
  readonly env: string;
  /** Where its client is imported from. The first API has the SDK's main entry. */
  readonly entry: string;
}

/** The rows of `openapi/index.json`, in the order of the definitions. */
export function apiList(apis: readonly ApiDefinition[]): ListedApi[] {
  return apis.map(({ name, title, naming }, index) => ({
    name,
    title,
    ...naming,
    entry: index === 0 ? "@terminus-hub/sdk" : `@terminus-hub/sdk/${name}`,
  }));
}
