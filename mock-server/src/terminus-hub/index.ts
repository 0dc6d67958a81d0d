// The types that a test needs to talk about a mock of Terminus Hub.
export type { AccountSummary, Actions, SessionRequest } from "./actions.js";
export type { Plan, Role, TerminusHubStateInput } from "./state.js";
