// The package's main entry: mocks, and the types a test needs to talk about them.
export type { ApiName } from "./apis.js";
export type { ArmedFault, FaultSpec } from "./core/faults/faults.js";
export type { CoverageReport } from "./core/journal/coverage.js";
export type { Expectation } from "./core/journal/expectation.js";
export type { Call, CallFilter, Message } from "./core/journal/journal.js";
export type { ListenOptions } from "./core/mock/mock-options.js";
export type { Listening } from "./core/mock/mock-types.js";
export type { ClockState, Instant, MockClock } from "./core/time/clock.js";
export type { Duration } from "./core/time/duration.js";
export type { RateLimit, RateLimits, RateWindow } from "./core/time/rate-limiter.js";
export { createMock, type Mock, type MockOptions } from "./create-mock.js";
export type * from "./generated/public-types.js";
