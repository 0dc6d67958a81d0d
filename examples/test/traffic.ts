// What the traffic of an API is: calls by its client that together use the whole document.

/** What every mock of the traffic is made with. */
export const frozen = { seed: 1, now: "2026-01-01T00:00:00Z" } as const;

/** Text that a careless client would send as something else. */
export const AWKWARD = 'CI & <pipeline> / ünïcode ? # % + \u{1F511} "quoted" ..';

/** The part of a mock that a judge of the traffic needs. */
export interface TrafficMock {
  readonly fetch: typeof globalThis.fetch;
  listen(): Promise<{ readonly url: string }>;
}

/** Gives a client the `fetch` that leads to a mock, past whoever judges the requests. */
export type Through = (mock: TrafficMock) => (url: string, init: RequestInit) => Promise<Response>;

/** Calls every operation, with everything that can be put into its request. */
export type Traffic = (through: Through) => Promise<void>;
