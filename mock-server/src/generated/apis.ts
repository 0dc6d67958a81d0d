// Generated from spec/openapi/index.json. Do not edit: change spec/src/apis.ts and run `npm run generate`.
import type { MockApi } from "../core/contract/mock-api.js";
import type { MutxTypes } from "../mutx/types.js";
import type { TerminusHubTypes } from "../terminus-hub/types.js";
import type { TermixTypes } from "../termix/types.js";
import type { TraylinxTypes } from "../traylinx/types.js";

/** The types of each API, by its name. */
export interface ApiTypesByName {
  readonly "terminus-hub": TerminusHubTypes;
  readonly termix: TermixTypes;
  readonly mutx: MutxTypes;
  readonly traylinx: TraylinxTypes;
}

/** The title of each API's contract, by its name. */
export const apiTitles = {
  "terminus-hub": "Terminus Hub Public API",
  termix: "Termix API",
  mutx: "MUTX API",
  traylinx: "Traylinx API",
} as const;

type Loaders = { readonly [Name in keyof ApiTypesByName]: () => Promise<MockApi<ApiTypesByName[Name]>> };

/** Loads each API when it is first asked for. */
export const loaders: Loaders = {
  "terminus-hub": async () => (await import("../terminus-hub/mock.js")).mockApi,
  termix: async () => (await import("../termix/mock.js")).mockApi,
  mutx: async () => (await import("../mutx/mock.js")).mockApi,
  traylinx: async () => (await import("../traylinx/mock.js")).mockApi,
};
