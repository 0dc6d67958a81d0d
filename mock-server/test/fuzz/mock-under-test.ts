// What the fuzz needs of a mock, whichever API it is of.
export interface RateLimitRule {
  readonly limit: number;
  readonly window: string;
}

export interface CoreMock {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: { now(): number; httpDate(): string; advance(by: number): void };
  jsonLines(): string;
  listen(options?: { readonly requestTimeout?: number }): Promise<{ readonly port: number; close(): Promise<void> }>;
  close(): Promise<void>;
}
