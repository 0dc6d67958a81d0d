// The types that a test needs to talk about a mock of Traylinx.
export type { TraylinxActions, TraylinxOrganizationSummary } from "./actions.js";
export type { TraylinxStateInput } from "./state.js";
