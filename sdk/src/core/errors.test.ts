// What holds for every error: names, kinds, and what they show.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  AbortError,
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  errorClass,
  InvalidRequestError,
  isSdkError,
  NotFoundError,
  PaginationError,
  PermissionDeniedError,
  RateLimitError,
  ResponseError,
  SdkError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.js";

const answer = { status: 429, headers: new Headers({ "retry-after": "7" }), text: "raw text", time: 0 };
const read = (name: string) => `the ${name}`;

test.each([
  [400, InvalidRequestError],
  [401, AuthenticationError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [413, InvalidRequestError],
  [415, InvalidRequestError],
  [422, InvalidRequestError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
  [599, ServerError],
  [200, UnexpectedResponseError],
  [302, UnexpectedResponseError],
  [405, UnexpectedResponseError],
  [408, UnexpectedResponseError],
  [600, UnexpectedResponseError],
])("%i is a %o", (status, kind) => {
  expect(errorClass(status)).toBe(kind);
});

test("each error knows its own kind, its bases, and no other", () => {
  const limited = new RateLimitError("Slow down", answer, read);
  expect(limited).toBeInstanceOf(RateLimitError);
  expect(limited).toBeInstanceOf(ResponseError);
  expect(limited).toBeInstanceOf(SdkError);
  expect(limited).toBeInstanceOf(Error);
  expect(limited).not.toBeInstanceOf(ServerError);
  expect(limited).not.toBeInstanceOf(ConnectionError);
  for (const Kind of [ConnectionError, TimeoutError, AbortError, ConfigurationError, PaginationError]) {
    const error = new Kind("x", { cause: 1 });
    expect(error).toBeInstanceOf(Kind);
    expect(error).not.toBeInstanceOf(ResponseError);
    expect(error.cause).toBe(1);
    expect(error.status).toBeUndefined();
  }
});

test("isTerminusError tells ours from everything else", () => {
  expect(isSdkError(new TimeoutError("x"))).toBe(true);
  for (const other of [new Error("x"), { name: "TimeoutError" }, null, undefined, "x", 1, Object.create(null)]) {
    expect(isSdkError(other)).toBe(false);
  }
});

test("a subclass of a caller's own is its own kind, and still ours", () => {
  class Flaky extends ConnectionError {}
  expect(new Flaky("x")).toBeInstanceOf(Flaky);
  expect(new Flaky("x")).toBeInstanceOf(ConnectionError);
  expect(new ConnectionError("x")).not.toBeInstanceOf(Flaky);
});

test("error.name is the class name, whatever a minifier makes of the class", () => {
  expect(new RateLimitError("x", answer, read).name).toBe("RateLimitError");
  expect(`${new AbortError("x")}`).toBe("AbortError: x");
});

test("an answer's error has its fields, its seconds to wait, and its text behind a method alone", () => {
  const error = new RateLimitError("Slow down", answer, read);
  expect(error).toMatchObject({
    status: 429,
    type: "the type",
    code: "the code",
    param: "the param",
    path: "the path",
  });
  expect(error.retryAfter).toBe(7);
  expect(error.response).toEqual({ status: 429, headers: answer.headers });
  expect(error.rawBody()).toBe("raw text");
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain("raw text");
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "RateLimitError",
    message: "Slow down",
    status: 429,
    type: "the type",
    code: "the code",
    param: "the param",
    path: "the path",
    attempts: [],
  });
});
