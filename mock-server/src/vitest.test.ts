// The matchers: what passes, what fails, and what they say.
import { expect, test } from "vitest";
import { call } from "../test/calling.js";
import { createMock } from "./index.js";
import "./vitest.js";

test("toHaveReceived holds for calls that were made, and shows near misses for those that were not", async () => {
  const mock = await createMock({ seed: 1 });
  await call(mock, "POST /api/v1/api_keys", { body: { name: "CI pipeline" } });
  expect(mock).toHaveReceived("createApiKey", { times: 1, status: 201, body: { name: "CI pipeline" } });
  expect(mock).not.toHaveReceived("deleteApiKey");
  expect(() => expect(mock).toHaveReceived("createApiKey", { body: { name: "Other" } })).toThrow(
    /Near misses:\n.*body\.name was "CI pipeline", not "Other"/,
  );
  expect(() => expect(mock).not.toHaveReceived("createApiKey", { times: 1 })).toThrow(
    'Expected no call of createApiKey with {"times":1}, but there was.',
  );
  expect(() => expect(mock).not.toHaveReceived("createApiKey")).toThrow(
    "Expected no call of createApiKey, but there was.",
  );
});

test("toCoverOperations compares with the share of operations called", async () => {
  const mock = await createMock({ seed: 1 });
  await call(mock, "GET /api/v1/workspaces");
  expect(mock).toCoverOperations(10);
  expect(mock).not.toCoverOperations(11);
  expect(() => expect(mock).toCoverOperations(80)).toThrow(
    /at least 80 %, but 10 % of the operations were called. Never met: createApiKey 201/,
  );
  expect(() => expect(mock).not.toCoverOperations(10)).toThrow(/less than 10 %/);
});

test("toHaveNoServerErrors finds each 5xx", async () => {
  const mock = await createMock({ seed: 1 });
  expect(mock).toHaveNoServerErrors();
  mock.faults.add({ times: 2, status: 503 });
  await call(mock, "GET /api/v1/workspaces");
  await call(mock, "GET /api/v1/workspaces");
  expect(mock).not.toHaveNoServerErrors();
  expect(() => expect(mock).toHaveNoServerErrors()).toThrow("Expected no server error, but there were 2.");
});
