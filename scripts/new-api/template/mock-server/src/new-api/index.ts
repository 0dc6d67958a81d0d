// The types that a test needs to talk about a mock of New Api.
export type { NewApiActions } from "./actions.js";
export type { NewApiStateInput } from "./state-schema.js";
