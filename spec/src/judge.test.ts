// The judge must refuse what breaks the contract: a judge that lets everything pass proves nothing.
import { describe, expect, test } from "vitest";
import { buildDocument } from "./document.js";
import { createJudge } from "./judge.js";
import { terminusHub } from "./terminus-hub/index.js";

const document = buildDocument(terminusHub);
const judge = createJudge(document);
const json = { "content-type": "application/json" };
const page = { items: [{ id: "a", name: "Main", description: null }], has_more: false, total_count: 1 };
const envelope = { error: { type: "x", code: null, message: "x", param: null, path: null } };
const list = { method: "GET", path: "/api/v1/workspaces", status: 200, headers: json, body: page };

describe("of an answer", () => {
  test("accepts what the operation declares", () => {
    expect(judge.response(list)).toEqual({ operationId: "listWorkspaces", problems: [] });
  });

  test.each([
    ["an undeclared status", { status: 201 }, "declares no status 201"],
    ["another content type", { headers: { "content-type": "text/html" } }, '"text/html"'],
    ["no content type", { headers: {} }, '"absent"'],
    ["a missing field", { body: { items: [], has_more: false } }, "total_count"],
    ["an extra field of the page", { body: { ...page, extra: 1 } }, '"extra"'],
    ["an extra field of an item", { body: { ...page, items: [{ ...page.items[0], extra: 1 }] } }, '"extra"'],
    ["a wrong type", { body: { ...page, total_count: "1" } }, "integer"],
    [
      "a null where none is allowed",
      { body: { ...page, items: [{ id: "a", name: null, description: null }] } },
      "string",
    ],
    ["no body", { body: undefined }, "object"],
    ["a body after HEAD", { method: "HEAD" }, "HEAD"],
  ])("refuses %s", (_, change, problem) => {
    expect(judge.response({ ...list, ...change }).problems.join("\n")).toContain(problem);
  });

  test("wants Retry-After with a 429, in whole seconds", () => {
    const limited = { ...list, status: 429, body: envelope };
    expect(judge.response(limited).problems.join()).toContain('"Retry-After" is missing');
    expect(judge.response({ ...limited, headers: { ...json, "retry-after": "0.5" } }).problems.join()).toContain(
      "integer",
    );
    expect(judge.response({ ...limited, headers: { ...json, "retry-after": "7" } }).problems).toEqual([]);
  });

  test("wants nothing in a 204", () => {
    const gone = { method: "DELETE", path: "/api/v1/api_keys/1", status: 204, headers: {}, body: undefined };
    expect(judge.response(gone).problems).toEqual([]);
    expect(judge.response({ ...gone, headers: json, body: {} }).problems).toHaveLength(2);
  });

  test("judges an answer of no operation by the envelope, and wants Allow with a 405", () => {
    const unknown = { method: "PATCH", path: "/api/v1/api_keys", status: 405, headers: json, body: envelope };
    expect(judge.response(unknown).problems.join()).toContain('"Allow" is missing');
    expect(judge.response({ ...unknown, headers: { ...json, allow: "GET" } })).toEqual({
      operationId: undefined,
      problems: [],
    });
    expect(judge.response({ ...unknown, status: 404, body: "Not found" }).problems).not.toEqual([]);
  });
});

describe("of a request", () => {
  const authorization = "Bearer thub_x";
  const create = { method: "POST", url: "/api/v1/api_keys", headers: { ...json, authorization }, body: { name: "CI" } };

  test("accepts what the operation declares", () => {
    expect(judge.request(create)).toEqual({ operationId: "createApiKey", problems: [] });
    const url = "https://hub.terminus.app/api/v1/records?limit=10&page=2&status=active";
    expect(judge.request({ method: "GET", url, headers: { authorization } }).problems).toEqual([]);
    const cookie = "a=b; terminus_session=x";
    expect(judge.request({ ...create, headers: { ...json, cookie } }).problems).toEqual([]);
  });

  test.each([
    ["an extra field", { body: { name: "CI", scope: "all" } }, '"scope"'],
    ["a missing field", { body: {} }, "name"],
    ["no body", { body: undefined }, "body is missing"],
    ["another content type", { headers: { authorization, "content-type": "text/plain" } }, '"text/plain"'],
    ["no credential", { headers: json }, "no credential"],
    ["an unknown path", { url: "/api/v2/api_keys" }, "no operation"],
    ["an undeclared query parameter", { method: "GET", url: "/api/v1/records?sort=id", body: undefined }, '"sort"'],
    ["a repeated query parameter", { method: "GET", url: "/api/v1/records?page=1&page=2", body: undefined }, "2 times"],
    ["a limit that is no number", { method: "GET", url: "/api/v1/records?limit=ten", body: undefined }, "integer"],
    ["a limit out of range", { method: "GET", url: "/api/v1/records?limit=10001", body: undefined }, "10000"],
    ["a body where none is declared", { method: "DELETE", url: "/api/v1/api_keys/1" }, "a body where none"],
    [
      "a cookie where only a key will do",
      { method: "GET", url: "/api/v1/records", headers: { cookie: "terminus_session=x" }, body: undefined },
      "no credential",
    ],
  ])("refuses %s", (_, change, problem) => {
    expect(judge.request({ ...create, ...change }).problems.join("\n")).toContain(problem);
  });
});

interface Declaring {
  readonly operationId: string;
  readonly responses: object;
}

test("lists every declared answer", () => {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item)) as unknown as Declaring[];
  const declared = operations.flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => [operationId, Number(status)]),
  );
  expect([...judge.declared()].sort()).toEqual(declared.sort());
  expect(judge.declared()).toContainEqual(["deleteApiKey", 404]);
});
