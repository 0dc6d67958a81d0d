// Answers that are not what they should be: always a typed error with the status, the text behind rawBody() alone.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  InvalidRequestError,
  NotFoundError,
  type ResponseError,
  ServerError,
  UnexpectedResponseError,
} from "../../src/index.js";
import { failure, hubOf, page, type Step, script } from "../scripted-server.js";

const html = "<html><body>Bad gateway thub_fromthegateway1234</body></html>";
const cut = '{"id":"a","name":"CI","key":"thub_thesecretthatwasshown';

test.each<[string, Step, unknown]>([
  ["502 with an HTML body", { status: 502, body: html }, ServerError],
  ["400 with an empty body", { status: 400 }, InvalidRequestError],
  ["404 with a JSON string", { status: 404, body: '"nope"' }, NotFoundError],
  [
    "422 with an envelope of numbers",
    { status: 422, body: { error: { type: 1, message: 2, param: [] } } },
    InvalidRequestError,
  ],
  ["418", { status: 418, body: { error: null } }, UnexpectedResponseError],
  ["304", { status: 304 }, UnexpectedResponseError],
  ["200 with truncated JSON", { body: cut }, UnexpectedResponseError],
  ["200 with HTML", { body: html }, UnexpectedResponseError],
  ["200 with null", { body: "null" }, UnexpectedResponseError],
  ["200 with a number", { body: "7" }, UnexpectedResponseError],
  ["204 where a body was expected", { status: 204 }, UnexpectedResponseError],
])("%s is a typed error", async (_, step, kind) => {
  const server = await script(step);
  const error = await failure(hubOf(server, { maxRetries: 0 }).apiKeys.create({ name: "x" }));
  expect(error).toBeInstanceOf(kind);
  const status = step.status ?? 200;
  const text = typeof step.body === "string" ? step.body : step.body ? JSON.stringify(step.body) : "";
  expect(error).toMatchObject({ status, response: { status }, type: null, code: null, param: null, path: null });
  const { message, headers, rawBody } = error as ResponseError;
  expect(rawBody.call(error)).toBe(text);
  expect(headers.get("date")).toBeTruthy();
  expect(message).toContain(`/api/v1/api_keys was answered with ${status}`);
  expect(message).not.toMatch(/JSON at position|Unexpected token/);
  for (const shown of [
    message,
    (error as Error).stack,
    inspect(error, { depth: null, showHidden: true }),
    JSON.stringify(error),
  ]) {
    expect(shown).not.toMatch(/gateway|thesecret|nope/);
  }
  expect(Object.keys(error as object)).not.toContain("rawBody");
});

test("a list whose 200 is no page is an UnexpectedResponseError", async () => {
  for (const body of [{ items: [] }, { items: {}, has_more: false }, { has_more: false }, { error: {} }, "[]"]) {
    const server = await script({ body });
    expect(await failure(hubOf(server).records.list())).toBeInstanceOf(UnexpectedResponseError);
  }
});

test("rawBody() is cut at 10,000 characters", async () => {
  const server = await script({ status: 400, body: "x".repeat(20_000) });
  const error = await failure(hubOf(server).workspaces.get("a"));
  expect((error as ResponseError).rawBody()).toHaveLength(10_000);
});

test("an error without a readable message says what was asked and what came", async () => {
  const server = await script({ status: 502, body: html });
  const error = await failure(hubOf(server, { maxRetries: 0 }).workspaces.get("a"));
  expect((error as Error).message).toBe(
    `GET ${server.url}/api/v1/workspaces/a was answered with 502 and an unreadable body; see rawBody().`,
  );
});

test("unknown types, fields and enum values pass through", async () => {
  const record = { id: "a", status: "frozen", terminus_id: "trm0a", data: {}, colour: { deep: [1] } };
  const server = await script(
    { body: { ...page([], false), items: [record], cursor: "x" } },
    {
      status: 422,
      body: {
        error: { type: "brand_new_error", code: "brand_new_code", message: "No", param: "x", path: null, hint: 1 },
      },
    },
  );
  const hub = hubOf(server);
  expect((await hub.records.list()).items).toEqual([record]);
  expect(await failure(hub.records.get("a"))).toMatchObject({
    status: 422,
    type: "brand_new_error",
    code: "brand_new_code",
  });
});

test("any 2xx is a success", async () => {
  const server = await script(
    { status: 200, body: { id: "a" } },
    { status: 202, body: { id: "a" } },
    { status: 200, body: { gone: true } },
  );
  const hub = hubOf(server);
  expect(await hub.apiKeys.create({ name: "x" })).toEqual({ id: "a" });
  expect(await hub.apiKeys.create({ name: "x" })).toEqual({ id: "a" });
  expect(await hub.apiKeys.delete("a")).toBeUndefined();
});

test("hub.fetch never throws a raw SyntaxError: a broken 200 is an UnexpectedResponseError", async () => {
  const server = await script({ body: cut });
  const error = await failure(hubOf(server).fetch.GET("/api/v1/records"));
  expect(error).toBeInstanceOf(UnexpectedResponseError);
});

test("hub.fetch gives the text of an error that is no JSON, and reads bodies as asked", async () => {
  const server = await script(
    { status: 400, body: "no" },
    { body: "yes" },
    { body: "yes" },
    { body: "" },
    { body: "é" },
  );
  const { GET } = hubOf(server).fetch;
  expect((await GET("/api/v1/records")).error).toBe("no");
  expect((await GET("/api/v1/records", { parseAs: "text" })).data).toBe("yes");
  expect(await new Response((await GET("/api/v1/records", { parseAs: "stream" })).data).text()).toBe("yes");
  expect((await GET("/api/v1/records")).data).toBeUndefined();
  expect((await GET("/api/v1/records", { parseAs: "arrayBuffer" })).data?.byteLength).toBe(2);
});

test.each([
  html,
  cut,
  "[]",
  '"done"',
  { error: { type: "api_error", code: null, message: "No", param: null, path: null } },
])("a DELETE answered 200 with %j is an UnexpectedResponseError", async (body) => {
  const server = await script({ status: 200, body });
  expect(await failure(hubOf(server).apiKeys.delete("a"))).toBeInstanceOf(UnexpectedResponseError);
});

test.each(["[]", { error: { type: "api_error", code: null, message: "No", param: null, path: null } }])(
  "a 200 with %j, where an object is expected, is an UnexpectedResponseError",
  async (body) => {
    const server = await script({ body });
    expect(await failure(hubOf(server).records.get("a"))).toBeInstanceOf(UnexpectedResponseError);
  },
);

test.each<[string, Step, string]>([
  ["a Location on what is no redirect", { status: 404, headers: { location: "/x" } }, "404 and no body."],
  ["a 429 alone", { status: 429 }, "429: rate limited."],
  ["a 429 with Retry-After", { status: 429, headers: { "retry-after": "7" } }, "429: rate limited for 7 s."],
  ["an empty body", { status: 500 }, "500 and no body."],
])("%s is told as what it is", async (_, step, end) => {
  const server = await script(step);
  const error = await failure(hubOf(server, { maxRetries: 0 }).records.get("a"));
  expect((error as Error).message).toBe(`GET ${server.url}/api/v1/records/a was answered with ${end}`);
});
