// The list of APIs as data, for whoever cannot import their definitions: what is written to openapi/index.json.
import type { ApiDefinition } from "./define-api.js";

/** One row of `openapi/index.json`. The first API is the primary one: its client is the SDK's main entry. */
export interface ListedApi {
  readonly name: string;
  readonly title: string;
  readonly client: string;
  readonly variable: string;
  readonly env: string;
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
