// The package's main entry: mocks, and the types a test needs to talk about them.
export type { ApiName } from "./apis.js";
export type { ArmedFault, FaultSpec } from "./core/faults/faults.js";
export type { CoverageReport } from "./core/journal/coverage.js";
export type { Expectation } from "./core/journal/expectation.js";
export type { Call, CallFilter, Message } from "./core/journal/journal.js";
export type { Listening, ListenOptions, RateLimits, Snapshot } from "./core/mock/build-mock.js";
export type { ClockState, Instant, MockClock } from "./core/time/clock.js";
export type { Duration } from "./core/time/duration.js";
export type { RateLimit, RateWindow } from "./core/time/rate-limiter.js";
export { createMock, type Mock, type MockOptions } from "./create-mock.js";
export type { MutxAccountSummary, MutxActions } from "./mutx/actions.js";
export type { MutxStateInput } from "./mutx/state.js";
export type { AccountSummary, Actions, SessionRequest } from "./terminus-hub/actions.js";
export type { Plan, Role, TerminusHubStateInput } from "./terminus-hub/state.js";
export type { TermixActions, TermixUserSummary } from "./termix/actions.js";
export type { TermixStateInput } from "./termix/state.js";
export type { TraylinxActions, TraylinxOrganizationSummary } from "./traylinx/actions.js";
export type { TraylinxStateInput } from "./traylinx/state.js";
