// The APIs that can be mocked, by name. Each is loaded when first asked for.
import type { MockApi } from "./core/contract/mock-api.js";
import { type ApiTypesByName, loaders } from "./generated/apis.js";

/** The name of an API, as `createMock({ api })` takes it. */
export type ApiName = keyof ApiTypesByName;

/** All names, the primary API's first. */
export const apiNames = Object.keys(loaders) as ApiName[];

export function loadApi<Name extends ApiName>(name: Name): Promise<MockApi<ApiTypesByName[Name]>> {
  if (Object.hasOwn(loaders, name)) return loaders[name]();
  return Promise.reject(new RangeError(`There is no API "${name}". Known: ${apiNames.join(", ")}.`));
}
