// Assertions on the journal: what holds, what fails, and what the message shows.
import { expect, test } from "vitest";
import { tinyCall, tinyMock } from "../../../test/tiny-api.js";

const open = (options = {}) => tinyMock({ seed: 1, now: "2026-01-01T00:00:00Z", rateLimit: false, ...options });
const make = (id: string) => ({ body: JSON.stringify({ id }) });

test("holds when the operation was called, so many times, with such a body, query and status", async () => {
  const mock = open();
  await tinyCall(mock, "POST /things", make("new"));
  await tinyCall(mock, "GET /things?colour=red");
  mock.expectCalled("makeThing");
  mock.expectCalled("makeThing", { times: 1, status: 201, body: { id: "new" } });
  mock.expectCalled("listThings", { query: { colour: "red" } });
  mock.expectCalled("dropThing", { times: 0 });
});

test("shows near misses: the wrong method, status, query and body", async () => {
  const mock = open();
  await tinyCall(mock, "PUT /things");
  await tinyCall(mock, "POST /things", { body: "{}" });
  await tinyCall(mock, "POST /things", make("other"));
  await tinyCall(mock, "POST /things", { body: "{" });
  await tinyCall(mock, "POST /things", { body: "3" });
  expect(() => mock.expectCalled("makeThing", { times: 1, body: { id: "new" } })).toThrow(
    [
      'Expected makeThing (POST /things) to be called once with a body holding {"id":"new"}, but no call matched.',
      "Near misses:",
      "  #1 PUT /things -> 405 (Method PUT is not allowed here. Allowed: GET, HEAD, POST): path matched, method did not (PUT, not POST)",
      "  #2 POST /things -> 400 (body.id missing): body.id missing",
      '  #3 POST /things -> 201: body.id was "other", not "new"',
      "  #4 POST /things -> 400 (",
    ].join("\n"),
  );
  expect(() => mock.expectCalled("makeThing", { status: 500 })).toThrow(
    "#3 POST /things -> 201: status was 201, not 500",
  );
  await tinyCall(mock, "GET /things?colour=red");
  await tinyCall(mock, "GET /things");
  mock.faults.add({ operationId: "listThings", times: 1, reset: true });
  await expect(tinyCall(mock, "GET /things")).rejects.toThrow();
  expect(() => mock.expectCalled("listThings", { status: 503 })).toThrow(
    /GET \/things -> reset .*: status was never sent, not 503/,
  );
  const red = () => mock.expectCalled("listThings", { query: { colour: "blue" } });
  expect(red).toThrow('query.colour was "red", not "blue"');
  expect(red).toThrow("query.colour missing");
});

test("shows all that was different of a call, not the first alone", async () => {
  const mock = open();
  await tinyCall(mock, "POST /things?colour=red", { body: '{"id":"other"}' });
  expect(() =>
    mock.expectCalled("makeThing", { status: 500, query: { colour: "blue", size: 3 }, body: { id: "new", name: "x" } }),
  ).toThrow(
    'status was 201, not 500; query.colour was "red", not "blue"; query.size missing; body.id was "other", not "new"; body.name missing',
  );
});

test("takes a mistyped path with the same method for a near miss, and asks which was meant", async () => {
  const mock = open();
  await tinyCall(mock, "POST /thing", make("new"));
  await tinyCall(mock, "GET /thing");
  expect(() => mock.expectCalled("makeThing")).toThrow(
    /Near misses:\n {2}#1 POST \/thing -> 404 .*: no operation has this path, did you mean \/things\?$/,
  );
});

test("lists the calls of paths that do not exist when nothing came near", async () => {
  const mock = open();
  await tinyCall(mock, "POST /elsewhere", make("new"));
  expect(() => mock.expectCalled("makeThing")).toThrow(
    /No call came near it. There was 1 call in all\.\nCalls of paths that do not exist:\n {2}#1 POST \/elsewhere -> 404/,
  );
});

test("lists the calls that matched when there were too many, or too few", async () => {
  const mock = open();
  for (let i = 0; i < 12; i += 1) await tinyCall(mock, "GET /things");
  expect(() => mock.expectCalled("listThings", { times: 0 })).toThrow(
    /^Expected listThings \(GET \/things\) never to be called, but 12 calls matched\.\nThese matched:\n {2}\(2 more before\)\n {2}#3 GET \/things -> 200\n[\s\S]*#12 GET \/things -> 200$/,
  );
  mock.reset();
  await tinyCall(mock, "GET /things");
  await tinyCall(mock, "GET /things?colour=red");
  expect(() => mock.expectCalled("listThings", { times: 2, query: { colour: "red" } })).toThrow(
    [
      'Expected listThings (GET /things) to be called 2 times with a query holding {"colour":"red"}, but 1 call matched.',
      "This matched:",
      "  #2 GET /things?colour=red -> 200",
      "Near misses:",
      "  #1 GET /things -> 200: query.colour missing",
    ].join("\n"),
  );
});

test("says when nothing came near, and when the journal has dropped calls", async () => {
  const mock = open({ journalSize: 1 });
  expect(() => mock.expectCalled("listThings", { times: 2 })).toThrow(
    "to be called 2 times, but no call matched.\nNo call came near it. There were 0 calls in all.",
  );
  await tinyCall(mock, "GET /things");
  await tinyCall(mock, "GET /things");
  expect(() => mock.expectCalled("listThings", { times: 0 })).toThrow(
    "but 1 call matched (the journal keeps the last 1 of 2 calls).",
  );
});

test.each<[expected: unknown, message: string]>([
  [{ time: 1 }, 'An expectation has no "time". Known: times, status, body, query.'],
  [{ times: -1 }, "times is -1. It must be a whole number"],
  [{ times: "1" }, 'times is "1". It must be a whole number'],
  [{ times: Number.NaN }, "times is NaN. It must be a whole number"],
  [{ status: "201" }, 'status is "201". It must be a number such as 201.'],
  [{ body: "new" }, 'body is "new". It must be an object with the fields to look for.'],
  [{ query: [] }, "query is a list. It must be an object"],
  [null, "The expectation is null."],
  [3, "The expectation is 3. It must be an object such as { times: 1, status: 201 }."],
])("refuses to expect %j", (expected, message) => {
  expect(() => open().expectCalled("listThings", expected as never)).toThrow(message);
});

test("refuses an operation that does not exist", () => {
  expect(() => open().expectCalled("listing" as "listThings", { times: 0 })).toThrow(
    new RangeError(
      'There is no operation "listing", so no call can match it. Known: listThings, makeThing, dropThing.',
    ),
  );
});

test("an option that is undefined is as if it were absent", async () => {
  const mock = open();
  await tinyCall(mock, "GET /things");
  mock.expectCalled("listThings", { times: undefined, status: undefined } as never);
});

test("compares nested values whatever the order of their fields", async () => {
  const mock = open();
  await tinyCall(mock, "POST /things", { body: JSON.stringify({ id: "ab", inner: { b: [1, { c: null }], n: 1 } }) });
  mock.expectCalled("makeThing", { body: { inner: { n: 1, b: [1, { c: null }] } } });
  for (const inner of [{ n: 1 }, { n: 1, b: [1] }, { n: 1, b: {} }, null, [], { n: 1, x: 2 }]) {
    expect(() => mock.expectCalled("makeThing", { body: { inner } })).toThrow("body.inner was");
  }
});
