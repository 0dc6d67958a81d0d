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
    'Expected no call of createApiKey with {"times":1}, but there was one.',
  );
  expect(() => expect(mock).not.toHaveReceived("createApiKey")).toThrow(
    "Expected no call of createApiKey, but there was one.",
  );
});

test("toCoverOperations compares with the share of operations called", async () => {
  const mock = await createMock({ seed: 1 });
  await call(mock, "GET /api/v1/workspaces");
  const { percent } = mock.coverage().operations;
  expect(percent).toBeGreaterThan(0);
  expect(mock).toCoverOperations(percent);
  expect(mock).not.toCoverOperations(percent + 1);
  expect(() => expect(mock).toCoverOperations(80)).toThrow(
    new RegExp(`at least 80 %, but ${percent} % of the operations were called. Never met: createApiKey 201`),
  );
  expect(() => expect(mock).not.toCoverOperations(percent)).toThrow(`less than ${percent} %`);
});

test("toHaveNoServerErrors finds each 5xx", async () => {
  const mock = await createMock({ seed: 1 });
  expect(mock).toHaveNoServerErrors();
  mock.faults.add({ times: 2, status: 503 });
  await call(mock, "GET /api/v1/workspaces");
  await call(mock, "GET /api/v1/workspaces");
  expect(mock).not.toHaveNoServerErrors();
  mock.faults.add({ operationId: "createApiKey", times: 1, status: 500 });
  await call(mock, "POST /api/v1/api_keys", { body: { name: "CI" } });
  expect(() => expect(mock).toHaveNoServerErrors()).toThrow(
    [
      "Expected no server error, but there were 3:",
      "  listWorkspaces: #1 GET /api/v1/workspaces -> 503 (fault-1: an armed fault (503))",
      "  listWorkspaces: #2 GET /api/v1/workspaces -> 503 (fault-1: an armed fault (503))",
      "  createApiKey: #3 POST /api/v1/api_keys -> 500 (fault-2: an armed fault (500))",
    ].join("\n"),
  );
  mock.reset();
  expect(() => expect(mock).not.toHaveNoServerErrors()).toThrow("Expected a server error, but there was none.");
  mock.faults.add({ times: 12, status: 503 });
  for (let i = 0; i < 12; i += 1) await call(mock, "GET /api/v1/workspaces");
  expect(() => expect(mock).toHaveNoServerErrors()).toThrow(
    /there were 12:\n {2}\(2 more before\)\n {2}listWorkspaces: #3 /,
  );
});

test("what could never match is refused, under not too", async () => {
  const mock = await createMock({ seed: 1 });
  expect(() => expect(mock).not.toHaveReceived("createKey")).toThrow('There is no operation "createKey"');
  expect(() => expect(mock).not.toHaveReceived("createApiKey", { stauts: 201 } as never)).toThrow('"stauts"');
  expect(() => expect(mock).not.toHaveReceived("createApiKey", { status: "201" as never })).toThrow(
    'status is "201". It must be a number',
  );
  expect(() => expect(mock).not.toCoverOperations(180)).toThrow(
    "toCoverOperations got 180. It must be a number from 0 to 100.",
  );
});

test.each<[subject: unknown, told: string]>([
  [undefined, "not for a value of type undefined. Write expect(mock)."],
  [null, "not for null. Write expect(mock)."],
  [[], "not for an array. Write expect(mock)."],
  [{ calls: [] }, "not for a value of type object. Write expect(mock)."],
  [createMock(), "It is a promise: await createMock first."],
])("a subject that is no mock is refused in a sentence", (subject, told) => {
  expect(() => expect(subject).toHaveReceived("createApiKey")).toThrow(told);
  expect(() => expect(subject).not.toCoverOperations(80)).toThrow(told);
  expect(() => expect(subject).toHaveNoServerErrors()).toThrow(
    "toHaveNoServerErrors is for a mock that createMock made",
  );
});
