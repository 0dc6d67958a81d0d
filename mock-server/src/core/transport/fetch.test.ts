// The transport without a socket: every way of calling fetch reaches the mock as a client meant it.
import { expect, test } from "vitest";
import { TINY_KEY, tinyApi, tinyMock } from "../../../test/tiny-api.js";

const open = () => tinyMock({ seed: 1, now: "2026-01-01T00:00:00Z", rateLimit: false });
const headers = { "x-token": TINY_KEY, "content-type": "application/json" };
const body = '{"id":"new"}';

test.each<[what: string, input: (url: string) => string | URL | Request, init: RequestInit]>([
  ["text and an object of headers", (url) => url, { method: "post", headers, body }],
  ["a URL and a list of headers", (url) => new URL(url), { method: "POST", headers: Object.entries(headers), body }],
  [
    "Headers and bytes",
    (url) => url,
    { method: "POST", headers: new Headers(headers), body: new TextEncoder().encode(body) },
  ],
  ["a Request", (url) => new Request(url, { method: "POST", headers, body }), {}],
  [
    "a Request and other options",
    (url) => new Request(url, { method: "PUT", headers, body: "x" }),
    { method: "POST", body },
  ],
  ["a Blob", (url) => url, { method: "POST", headers, body: new Blob([body.slice(0, 4), body.slice(4)]) }],
  [
    "a stream",
    (url) => url,
    { method: "POST", headers, body: new Blob([body]).stream(), duplex: "half" } as RequestInit,
  ],
])("%s", async (_, input, init) => {
  const mock = open();
  const request = input(`${mock.baseUrl}/things`);
  const response = await (request instanceof Request && Object.keys(init).length === 0
    ? mock.fetch(request)
    : mock.fetch(request, init));
  expect([response.status, await response.json()]).toEqual([201, { id: "new", parts: [] }]);
  expect(mock.calls()[0]?.request.body).toBe(body);
});

test("text without a content type is sent as text/plain, as fetch does", async () => {
  const mock = open();
  await mock.fetch(`${mock.baseUrl}/things`, { method: "POST", headers: { "x-token": TINY_KEY }, body });
  expect(mock.calls()[0]?.request.headers["content-type"]).toBe("text/plain;charset=UTF-8");
});

test.each([
  ["/things/../things?x=1#f", "/things?x=1"],
  ["/things?q=a b", "/things?q=a%20b"],
  ["/things/é", "/things/%C3%A9"],
  ["", "/"],
])("the address %s arrives as %s", async (path, target) => {
  const mock = open();
  await mock.fetch(`${mock.baseUrl}${path}`, { headers });
  expect(mock.calls()[0]?.url).toBe(target);
});

test("an aborted signal rejects before anything is done", async () => {
  const mock = open();
  const reason = new Error("no");
  await expect(mock.fetch(`${mock.baseUrl}/things`, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
  await expect(
    mock.fetch(new Request(`${mock.baseUrl}/things`, { headers, signal: AbortSignal.abort(reason) })),
  ).rejects.toBe(reason);
  expect(mock.calls()).toEqual([]);
});

test("HEAD has no body", async () => {
  const mock = open();
  const response = await mock.fetch(`${mock.baseUrl}/things`, { method: "HEAD", headers });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test.each<[what: string, body: NonNullable<RequestInit["body"]>]>([
  ["text", "x".repeat(65)],
  ["bytes", new Uint8Array(65)],
  ["a stream", new Blob(["x".repeat(40), "x".repeat(40)]).stream()],
  ["text of few characters and many bytes", "é".repeat(40)],
])("a body that is too large is refused, sent as %s", async (_, large) => {
  const mock = open();
  const init = { method: "POST", headers, body: large, duplex: "half" } as RequestInit;
  expect((await mock.fetch(`${mock.baseUrl}/things`, init)).status).toBe(413);
  const declared = { ...init, headers: { ...headers, "content-length": "65" } };
  expect((await mock.fetch(`${mock.baseUrl}/things`, { ...declared, body: "x".repeat(65) })).status).toBe(413);
});

test("a Request that declares too large a body is refused before it is read", async () => {
  const mock = open();
  const request = new Request(`${mock.baseUrl}/things`, {
    method: "POST",
    headers: { ...headers, "content-length": "65" },
    body: new Uint8Array(3),
  });
  expect((await mock.fetch(request)).status).toBe(request.headers.has("content-length") ? 413 : 400);
});

test("text that may be too large in bytes but is not, is read", async () => {
  const mock = tinyMock({ api: { ...tinyApi, maxBodyBytes: 14 } });
  expect((await mock.fetch(`${mock.baseUrl}/things`, { method: "POST", headers, body })).status).toBe(201);
});
