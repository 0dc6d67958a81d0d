// The New Api client: what holds for every client, and what each of its operations sends.
import { expect, test } from "vitest";
import { describeClient } from "../../test/client-suite.js";
import { json, stubFetch } from "../../test/stub-fetch.js";
import { NewApi } from "./index.js";

const KEY = `newapi_${"0".repeat(28)}ab12`;
const ID = "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10";

describeClient("new-api", {
  make: (options) => new NewApi(options),
  key: KEY,
  masked: "newapi_…ab12",
  read: (newApi) => newApi.apiKeys.list(),
  answer: { items: [] },
  header: ({ headers }) => headers.get("authorization"),
  scheme: "Bearer ",
  secrets: {
    texts: ["opaque"],
    answers: (_, place) =>
      place
        ? json(401, { error: { code: "unauthenticated", message: `no ${KEY}` } })
        : json(201, { id: ID, key: "opaque" }),
    async run(newApi) {
      await newApi.apiKeys.create({ name: "CI pipeline" });
      return [await newApi.apiKeys.list().catch((failure: unknown) => failure)];
    },
  },
});

test("sends each operation's method, path, body and key", async () => {
  const { fetch, sent } = stubFetch(({ method }) =>
    method === "DELETE" ? new Response(null, { status: 204 }) : json(method === "POST" ? 201 : 200, { items: [] }),
  );
  const newApi = new NewApi({ apiKey: KEY, fetch });
  await newApi.apiKeys.create({ name: "CI pipeline" });
  await newApi.apiKeys.list();
  await newApi.apiKeys.delete(ID);
  expect(sent.map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
    ["POST", "/v1/api_keys", '{"name":"CI pipeline"}'],
    ["GET", "/v1/api_keys", undefined],
    ["DELETE", `/v1/api_keys/${ID}`, undefined],
  ]);
  expect(new Set(sent.map(({ headers }) => headers.get("authorization")))).toEqual(new Set([`Bearer ${KEY}`]));
});

test("a refusal has the code and the words of the envelope", async () => {
  const { fetch } = stubFetch(() => json(404, { error: { code: "not_found", message: "No such API key" } }));
  const result = await new NewApi({ apiKey: KEY, fetch }).apiKeys.delete(ID).safe();
  expect(result).toMatchObject({
    ok: false,
    error: { name: "NotFoundError", status: 404, code: "not_found", message: "No such API key" },
  });
});
