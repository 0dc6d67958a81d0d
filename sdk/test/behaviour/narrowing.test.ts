// What the type checker must accept and refuse. `npm run typecheck` is the judge; nothing here is sent.
import { expect, expectTypeOf, test } from "vitest";
import {
  type ApiKey,
  type Call,
  type CreateApiKeyError,
  type CreatedApiKey,
  type Record as HubRecord,
  InvalidRequestError,
  isTerminusError,
  type List,
  type ListRecordsError,
  RateLimitError,
  type RecordPage,
  ServerError,
  TerminusHub,
} from "../../src/index.js";

const hub = new TerminusHub({ apiKey: "thub_0123456789", fetch: async () => Response.json({ items: [] }) });

/** Compiled, and never run. */
const never = (_: () => unknown) => {};

test("errors narrow by status, per operation", () => {
  never(async () => {
    const r = await hub.apiKeys.create({ name: "x" }).safe();
    if (r.ok) {
      expectTypeOf(r.data).toEqualTypeOf<CreatedApiKey>();
      return;
    }
    expectTypeOf(r.error).toEqualTypeOf<CreateApiKeyError>();
    if (r.error.status === 429) {
      expectTypeOf(r.error).toEqualTypeOf<RateLimitError>();
      expectTypeOf(r.error.retryAfter).toEqualTypeOf<number | undefined>();
    }
    if (r.error.status === 422) expectTypeOf(r.error).toExtend<InvalidRequestError>();
    if (r.error.status === 503) expectTypeOf(r.error).toExtend<ServerError>();
    // @ts-expect-error This operation has no 404.
    if (r.error.status === 404) return;
    // @ts-expect-error Nor a 302, though it might come: that is an UnexpectedResponseError.
    if (r.error.status === 302) return;
    if (r.error.name === "UnexpectedResponseError") return;
    if (r.error.status === undefined) expectTypeOf(r.error.attempts).toExtend<readonly object[]>();
    else expectTypeOf(r.error.status).toEqualTypeOf<400 | 401 | 403 | 413 | 415 | 422 | 429 | 500 | 503>();
  });
  never(async () => {
    const r = await hub.apiKeys.delete("a").safe();
    if (!r.ok && r.error.status === 404) expectTypeOf(r.error.param).toEqualTypeOf<string | null>();
    // @ts-expect-error There is no body to be wrong.
    if (!r.ok && r.error.status === 422) return;
  });
  expect(hub).toBeInstanceOf(TerminusHub);
});

test("a destructured result narrows too", () => {
  never(async () => {
    const { ok, data, error } = await hub.records.get("a").safe();
    if (ok) expectTypeOf(data.id).toEqualTypeOf<string>();
    else expectTypeOf(error.attempts).toExtend<readonly object[]>();
  });
});

test("catch blocks narrow by class and by isTerminusError", () => {
  never((error: unknown = undefined) => {
    if (error instanceof RateLimitError) expectTypeOf(error.status).toEqualTypeOf<429>();
    if (error instanceof InvalidRequestError) expectTypeOf(error.status).toEqualTypeOf<400 | 413 | 415 | 422>();
    if (error instanceof ServerError) expectTypeOf(error.status).toEqualTypeOf<number>();
    if (isTerminusError(error)) expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
  });
});

test("calls and lists have the types of the document, and nothing is any", () => {
  expectTypeOf(hub.apiKeys.create).returns.toEqualTypeOf<Call<CreatedApiKey, CreateApiKeyError>>();
  expectTypeOf(hub.records.list).returns.toEqualTypeOf<List<HubRecord, RecordPage, ListRecordsError>>();
  never(async () => {
    expectTypeOf(await hub.records.list()).toEqualTypeOf<RecordPage>();
    expectTypeOf((await hub.apiKeys.list()).items).toEqualTypeOf<ApiKey[]>();
    expectTypeOf(await hub.apiKeys.delete("a")).toEqualTypeOf<void>();
    expectTypeOf(await hub.records.list().toArray()).toEqualTypeOf<HubRecord[]>();
    for await (const record of hub.records.list()) expectTypeOf(record).toEqualTypeOf<HubRecord>();
    for await (const page of hub.records.list().pages()) expectTypeOf(page).toEqualTypeOf<RecordPage>();
    const promise: Promise<CreatedApiKey> = hub.apiKeys.create({ name: "x" });
    return promise;
  });
});

test("wrong calls do not compile", () => {
  never(() => {
    // @ts-expect-error A name is needed.
    hub.apiKeys.create({});
    // @ts-expect-error A name is text.
    hub.apiKeys.create({ name: 1 });
    // @ts-expect-error There is no such field.
    hub.apiKeys.create({ name: "x", scope: "all" });
    // @ts-expect-error There is no such status.
    hub.records.list({ status: "frozen" });
    // @ts-expect-error An id is needed.
    hub.records.get();
    // @ts-expect-error No update of anything.
    hub.apiKeys.update;
    // @ts-expect-error Only lists fetch ahead.
    hub.records.get("a", { prefetch: 2 });
    // @ts-expect-error A single thing is not iterable.
    hub.records.get("a")[Symbol.asyncIterator];
    // @ts-expect-error There is no such path.
    hub.fetch.GET("/api/v1/nothing");
    // @ts-expect-error An unknown option.
    new TerminusHub({ key: "x" });
  });
  expect(true).toBe(hub instanceof TerminusHub);
});

test("hub.fetch knows paths, parameters and bodies", () => {
  never(async () => {
    const { data, error, response } = await hub.fetch.GET("/api/v1/records", { params: { query: { limit: 5 } } });
    expectTypeOf(data).toEqualTypeOf<RecordPage | undefined>();
    expectTypeOf(error?.error.message).toEqualTypeOf<string | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });
});

test("an answer's shape does not block what the types do not know", () => {
  never(async () => {
    const { status } = await hub.submissions.list().then(({ items }) => items[0] ?? { status: "" });
    expectTypeOf(status).toEqualTypeOf<string>();
  });
});

test("an editor completes what is meant for users, and nothing else", () => {
  type Completed<T> = Extract<keyof T, string>;
  expectTypeOf<Completed<Call<ApiKey>>>().toEqualTypeOf<"then" | "catch" | "finally" | "safe" | "withResponse">();
  expectTypeOf<Completed<List<ApiKey, unknown>>>().toEqualTypeOf<Completed<Call<ApiKey>> | "pages" | "toArray">();
  expectTypeOf<Extract<Completed<TerminusHub>, "transport">>().toEqualTypeOf<never>();
  expectTypeOf<Extract<Completed<TerminusHub["records"]>, "call" | "paginate">>().toEqualTypeOf<never>();
});
