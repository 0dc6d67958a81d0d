// A mock that listens for one test, and is closed after it.
import { afterEach } from "vitest";
import { createMock, type Listening, type Mock, type MockOptions } from "../src/index.js";

const mocks: Mock[] = [];
afterEach(async () => {
  for (const mock of mocks.splice(0)) await mock.close();
});

/** A mock with a fixed seed and time, and the port that it listens on. */
export async function open(options: MockOptions = {}, listenOptions: Parameters<Mock["listen"]>[0] = {}) {
  const mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z", ...options });
  mocks.push(mock);
  const listening = await mock.listen(listenOptions);
  return { mock, listening };
}

/** A request with the key of the mock. */
export const get = (mock: Mock, { url }: Listening, path = "/api/v1/workspaces", init: RequestInit = {}) =>
  fetch(`${url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${mock.apiKey}`, ...(init.headers as Record<string, string>) },
  });
