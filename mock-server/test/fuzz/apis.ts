// The APIs that are fuzzed. One model file each; all else is the same for all.
import type { FuzzedApi } from "./model.js";
import { mutx } from "./mutx-model.js";
import { terminusHub } from "./terminus-hub-model.js";
import { termix } from "./termix-model.js";
import { traylinx } from "./traylinx-model.js";

/** Erases the type of an API's deeds, which only its own model looks at. */
const anyDeed = <Deed>(api: FuzzedApi<Deed>): FuzzedApi<unknown> => api as unknown as FuzzedApi<unknown>;

export const fuzzedApis: readonly FuzzedApi<unknown>[] = [
  anyDeed(terminusHub),
  anyDeed(termix),
  anyDeed(mutx),
  anyDeed(traylinx),
];
