// What the clients of all four APIs really send, judged by each API's emitted document: every operation, with every parameter and field it has.
import { type ApiName, createMock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";
import { Mutx } from "@terminus-hub/sdk/mutx";
import { Termix } from "@terminus-hub/sdk/termix";
import { Traylinx } from "@terminus-hub/sdk/traylinx";
import { createJudge } from "@terminus-hub/spec/judge";
import mutxDocument from "@terminus-hub/spec/openapi/mutx.json" with { type: "json" };
import terminusHubDocument from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import termixDocument from "@terminus-hub/spec/openapi/termix.json" with { type: "json" };
import traylinxDocument from "@terminus-hub/spec/openapi/traylinx.json" with { type: "json" };
import { beforeAll, describe, expect, test } from "vitest";

const frozen = { seed: 1, now: "2026-01-01T00:00:00Z" } as const;
/** Text that a careless client would send as something else. */
const AWKWARD = 'CI & <pipeline> / ünïcode ? # % + \u{1F511} "quoted" ..';

type Send = (url: string, init: RequestInit) => Promise<Response>;
type Handle = (mock: { readonly fetch: typeof fetch }) => Send;

/** Calls every operation, with everything that can be put into its request. */
type Traffic = (through: Handle) => Promise<void>;

const traffic: Readonly<Record<ApiName, { readonly document: Document; readonly run: Traffic }>> = {
  "terminus-hub": {
    document: terminusHubDocument,
    async run(through) {
      await using mock = await createMock({ ...frozen, rateLimit: false });
      const hub = new TerminusHub({ apiKey: mock.apiKey, fetch: through(mock) });
      const { items: workspaces } = await hub.workspaces.list({ page: 1, limit: 2 });
      const workspace = await hub.workspaces.get(workspaces[0]?.id ?? "");
      await hub.governanceModels.list({ page: 1, limit: 1 });
      const [submission] = await hub.submissions.list().toArray({ max: 1 });
      const taxonomy_id = submission?.taxonomy_id ?? "";
      const workspace_id = submission?.workspace_id ?? "";
      await hub.submissions.list({ page: 1, limit: 10, workspace_id: workspace.id, taxonomy_id });
      const rows = [{ data: { utm_source: "newsletter", note: AWKWARD } }];
      await hub.submissions.create({ workspace_id, taxonomy_id, rows });
      const all = { status: "active", workspace_id: workspace.id, page: 1, limit: 1 } as const;
      const { items: records } = await hub.records.list(all);
      await hub.records.list({ taxonomy_id });
      await hub.records.get(records[0]?.id ?? "");
      const created = await hub.apiKeys.create({ name: AWKWARD });
      await hub.apiKeys.list({ page: 1, limit: 10_000 });
      await hub.apiKeys.delete(created.id);
      expect((await hub.records.list({ limit: 50 }).toArray({ max: 10_000 })).length).toBeGreaterThan(50);
    },
  },
  termix: {
    document: termixDocument,
    async run(through) {
      await using mock = await createMock({ api: "termix", ...frozen });
      const termix = new Termix({ baseUrl: "https://termix.example.com", apiKey: mock.apiKey, fetch: through(mock) });
      await termix.health.get();
      const { userId } = await termix.users.me();
      await termix.users.list({ search: AWKWARD, limit: 1, offset: 0 });
      expect((await termix.users.list({ limit: 2 }).toArray()).length).toBeGreaterThan(2);
      const created = await termix.apiKeys.create({ name: AWKWARD, userId, expiresAt: "2026-12-31T00:00:00Z" });
      await termix.apiKeys.list();
      await termix.apiKeys.delete(created.id);
      const password = "correct horse battery staple";
      await termix.users.create({ username: "new", password });
      // A session in the cookie, in place of the key.
      const visitor = termix.withOptions({ apiKey: mock.apiKey });
      const headers = { "X-Electron-App": "true" };
      await visitor.auth.login({ username: "new", password, rememberMe: true }, { headers });
      await visitor.users.me();
      await visitor.auth.logout();
    },
  },
  mutx: {
    document: mutxDocument,
    async run(through) {
      await using mock = await createMock({ api: "mutx", ...frozen, rateLimit: false });
      const mutx = new Mutx({ apiKey: mock.apiKey, fetch: through(mock) });
      const created = await mutx.apiKeys.create({ name: AWKWARD, expires_in_days: 30 });
      await mutx.apiKeys.list({ skip: 0, limit: 2 });
      expect((await mutx.apiKeys.list({ limit: 2 }).toArray()).length).toBeGreaterThan(2);
      await mutx.apiKeys.get(created.id);
      const { id } = await mutx.apiKeys.rotate(created.id);
      await mutx.apiKeys.delete(id);
      await mutx.agents.list({ skip: 0, limit: 2 });
      const password = "Correct-Horse-7!";
      await mutx.auth.register({ email: "new@example.com", name: AWKWARD, password });
      const { access_token } = await mutx.auth.login({ email: "ada@example.com", password });
      await mutx.withOptions({ accessToken: access_token }).auth.me();
    },
  },
  traylinx: {
    document: traylinxDocument,
    async run(through) {
      await using mock = await createMock({ api: "traylinx", ...frozen });
      const { organizationId, projectId } = mock;
      const visitor = new Traylinx({ apiKey: mock.apiKey, fetch: through(mock) });
      const { data } = await visitor.auth.login(
        { username: "ada@example.com", password: "correct horse battery staple" },
        { headers: { "Api-Key": "an application's own" } },
      );
      const traylinx = visitor.withOptions({ accessToken: data.attributes.accessToken });
      const attributes = { note: AWKWARD, expiresAt: "2026-12-31T00:00:00Z" };
      const created = await traylinx.apiKeys.create(organizationId, projectId, { data: { attributes } });
      await traylinx.apiKeys.list(organizationId, projectId);
      await traylinx.apiKeys.delete(organizationId, projectId, created.data.id);
      await traylinx.models.list();
    },
  },
};

type Document = { readonly paths: object; readonly components: { readonly schemas: object } };

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}

const operationsOf = ({ paths }: Document): Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));

/** Paths of the properties of a schema, to the leaves that it names. */
function fieldsOf({ components }: Document, schema: unknown, before = ""): string[] {
  const { $ref, properties } = Object(schema);
  if (typeof $ref === "string") {
    const named = (components.schemas as Record<string, unknown>)[$ref.split("/").at(-1) ?? ""];
    return fieldsOf({ paths: {}, components }, named, before);
  }
  return Object.entries(Object(properties)).flatMap(([name, part]) => {
    const here = before ? `${before}.${name}` : name;
    const below = fieldsOf({ paths: {}, components }, part, here);
    return below.length ? below : [here];
  });
}

/** Everything a caller can put into a request of an operation, as names such as `query limit` and `body data.attributes.note`. */
const inputsOf = (document: Document, { parameters = [], requestBody }: Operation): string[] => [
  ...parameters.filter((each) => each.in !== "path").map((each) => `${each.in} ${each.name}`),
  ...fieldsOf(document, requestBody?.content["application/json"]?.schema).map((field) => `body ${field}`),
];

const valueAt = (body: unknown, field: string): unknown =>
  field.split(".").reduce((value: unknown, name) => Object(value)[name], body);

interface Sent {
  readonly request: Request;
  readonly body: unknown;
  readonly status: number;
  readonly operationId: string | undefined;
  readonly problems: readonly string[];
}

describe.each(Object.entries(traffic))("%s", (_, { document, run }) => {
  const sent: Sent[] = [];

  beforeAll(async () => {
    const judge = createJudge(document);
    await run((mock) => async (url, init) => {
      const request = new Request(url, init);
      const text = await request.clone().text();
      const body = text ? (JSON.parse(text) as unknown) : undefined;
      const { method, headers } = request;
      const verdict = judge.request({ method, url, headers, ...(text && { body }) });
      const response = await mock.fetch(request.clone());
      sent.push({ request, body, status: response.status, ...verdict });
      return response;
    });
  });

  test("every request conforms to the document, and gets an answer of success", () => {
    expect(sent.flatMap(({ problems }) => problems)).toEqual([]);
    expect(sent.filter(({ status }) => status >= 300).map(({ request }) => request.url)).toEqual([]);
  });

  test("every operation was called", () => {
    const called = new Set(sent.map(({ operationId }) => operationId));
    expect([...called].sort()).toEqual(
      operationsOf(document)
        .map(({ operationId }) => operationId)
        .sort(),
    );
  });

  test("every parameter, header and field of the document was sent", () => {
    const unsent = operationsOf(document).flatMap((operation) => {
      const own = sent.filter(({ operationId }) => operationId === operation.operationId);
      return inputsOf(document, operation)
        .filter((input) => {
          const [place, name = ""] = input.split(" ");
          return !own.some(({ request, body }) => {
            if (place === "query") return new URL(request.url).searchParams.has(name);
            if (place === "header") return request.headers.has(name);
            return valueAt(body, name) !== undefined;
          });
        })
        .map((input) => `${operation.operationId}: ${input}`);
    });
    expect(unsent).toEqual([]);
  });

  test("every request goes to a server that the document names for it", () => {
    type Servers = { readonly servers?: readonly { readonly url: string }[] };
    for (const { request, operationId } of sent) {
      const [place] = Object.values(document.paths as Record<string, Record<string, Operation & Servers>>).flatMap(
        (path) => Object.values(path).filter((operation) => operation.operationId === operationId),
      );
      const servers = (place?.servers ?? (document as Servers).servers ?? []).map(({ url }) => url);
      const own = servers.filter((url) => !url.includes("your-termix-instance"));
      if (own.length)
        expect(
          own.some((url) => request.url.startsWith(`${url}/`)),
          request.url,
        ).toBe(true);
      else expect(request.url).toMatch(/^https:\/\/termix\.example\.com\//);
    }
  });
});
