// The types that a test needs to talk about a mock of MUTX.
export type { MutxAccountSummary, MutxActions } from "./actions.js";
export type { MutxStateInput } from "./state.js";
