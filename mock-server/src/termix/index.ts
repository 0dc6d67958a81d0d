// The types that a test needs to talk about a mock of Termix.
export type { TermixActions, TermixUserSummary } from "./actions.js";
export type { TermixStateInput } from "./state.js";
