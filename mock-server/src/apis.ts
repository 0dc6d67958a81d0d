// The APIs that can be mocked, by name. Each is loaded when first asked for.
import type { MockApi } from "./core/contract/mock-api.js";
import type { MutxTypes } from "./mutx/types.js";
import type { TerminusHubTypes } from "./terminus-hub/types.js";
import type { TermixTypes } from "./termix/types.js";
import type { TraylinxTypes } from "./traylinx/types.js";

/** The types of each API, by its name. */
export interface ApiTypesByName {
  readonly "terminus-hub": TerminusHubTypes;
  readonly termix: TermixTypes;
  readonly mutx: MutxTypes;
  readonly traylinx: TraylinxTypes;
}

export type ApiName = keyof ApiTypesByName;

type Loaders = { readonly [Name in ApiName]: () => Promise<MockApi<ApiTypesByName[Name]>> };

const loaders: Loaders = {
  "terminus-hub": async () => (await import("./terminus-hub/mock.js")).mockApi,
  termix: async () => (await import("./termix/mock.js")).mockApi,
  mutx: async () => (await import("./mutx/mock.js")).mockApi,
  traylinx: async () => (await import("./traylinx/mock.js")).mockApi,
};

export const apiNames = Object.keys(loaders) as ApiName[];

export function loadApi<Name extends ApiName>(name: Name): Promise<MockApi<ApiTypesByName[Name]>> {
  if (Object.hasOwn(loaders, name)) return loaders[name]();
  return Promise.reject(new RangeError(`There is no API "${name}". Known are: ${apiNames.join(", ")}.`));
}
