// Terminus Hub as its sheet describes it: who may do what, in which order it is refused, and what each list then shows.
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import fc from "fast-check";
import { createMock, type Mock } from "../../src/create-mock.js";
import { like, oneOf } from "../fuzz/compare.js";
import {
  bodyFaults,
  Contract,
  decoded,
  type Fault,
  isJson,
  type Operation,
  parameterFaults,
} from "../fuzz/contract.js";
import { echoed, readJson } from "../fuzz/json-text.js";
import type { RateLimitRule } from "../fuzz/mock-under-test.js";
import type { FuzzedApi, HeaderPairs, Model, PlainRequest, Prediction, SentRequest } from "../fuzz/model.js";
import { preferred } from "../fuzz/preferred.js";
import { unknownOperation } from "../fuzz/unknown-operation.js";
import { WindowModel } from "../fuzz/window-model.js";

const NOW = "2026-03-01T12:00:00.250Z";
const MAX_BODY_BYTES = 1_048_576;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KEY_OPERATIONS = "sessionCookie";

type Role = "owner" | "admin" | "member";
type Plan = "free" | "professional" | "business";
type SubmissionMove = "approve" | "reject" | "submit" | "cancel";

/** What people do in the web app. */
type TerminusHubDeed =
  | { readonly deed: "sign in"; readonly account: number; readonly role: Role; readonly seconds: number }
  | { readonly deed: "plan"; readonly account: number; readonly plan: Plan }
  | { readonly deed: "move"; readonly pick: number; readonly move: SubmissionMove }
  | { readonly deed: "archive" | "delete record"; readonly pick: number };

interface Listed {
  readonly id: string;
  readonly created: number;
}

interface Key extends Listed {
  name: string;
  lastUsed: number | null;
}

interface Submission extends Listed {
  readonly workspace: string;
  readonly taxonomy: string;
  status: string;
  readonly rows: unknown;
}

interface StoredRecord extends Listed {
  terminusId: string | undefined;
  status: string;
  readonly data: unknown;
  readonly workspace: string;
  readonly taxonomy: string;
}

interface Place extends Listed {
  readonly name: string;
  readonly description: string | null;
}

class Account {
  plan: Plan = "professional";
  readonly keys = new Map<string, Key>();
  readonly submissions = new Map<string, Submission>();
  readonly records = new Map<string, StoredRecord>();
  constructor(
    readonly id: string,
    readonly workspaces: ReadonlyMap<string, Place>,
    readonly models: ReadonlyMap<string, Place>,
    readonly taxonomies: readonly string[],
  ) {}
}

interface Caller {
  readonly account: Account;
  /** Under which name the limiter counts. */
  readonly who: string;
  readonly key?: Key;
  readonly role?: Role;
}

interface Credential {
  readonly headers: HeaderPairs;
  readonly account: Account;
  readonly key?: Key;
  readonly session?: { readonly role: Role; readonly expires: number; readonly token: string };
  readonly secret?: string;
}

const uuid = (group: number, n: number): string =>
  `00000000-0000-4000-8${String(group).padStart(3, "0")}-${String(n).padStart(12, "0")}`;
const secretOf = (n: number): string => `thub_${String(n).padStart(32, "K")}`;
const iso = (time: number): string => new Date(time).toISOString();

/** What the mock starts with, and the model too. */
function fixture() {
  const accounts = [0, 1].map((n) => ({
    id: uuid(n, 1),
    name: `Account ${n}`,
    plan: "professional" as const,
    workspaces: [0, 1].map((i) => ({
      id: uuid(n, 10 + i),
      name: i === 0 ? "Main" : "Second",
      description: i === 0 ? null : "A second one",
      created_at: `2026-01-0${i + 1}T00:00:00.000Z`,
    })),
    governance_models: [0, 1, 2].map((i) => ({
      id: uuid(n, 20 + i),
      name: `Model ${i}`,
      description: null,
      created_at: "2026-01-05T00:00:00.000Z",
      taxonomies: [{ id: uuid(n, 30 + i), name: `Taxonomy ${i}` }],
    })),
    submissions: [0, 1, 2].map((i) => ({
      id: uuid(n, 40 + i),
      workspace_id: uuid(n, 10 + (i % 2)),
      taxonomy_id: uuid(n, 30 + i),
      status: (["draft", "in_review", "rejected"] as const)[i] ?? "draft",
      rows: [{ data: { n: i } }, { data: {} }],
      created_at: `2026-02-0${i + 1}T00:00:00.000Z`,
    })),
    records: [0, 1, 2, 3, 4].map((i) => ({
      id: uuid(n, 50 + i),
      terminus_id: `trm0abcd${n}${i}`,
      status: i === 4 ? ("archived" as const) : ("active" as const),
      data: { utm_source: "newsletter", n: i },
      workspace_id: uuid(n, 10 + (i % 2)),
      taxonomy_id: uuid(n, 30 + (i % 3)),
      created_at: "2026-02-10T00:00:00.000Z",
    })),
    api_keys: [0, 1, 2].map((i) => ({
      id: uuid(n, 60 + i),
      name: `Key ${i}`,
      secret: secretOf(n * 10 + i),
      created_at: "2026-02-20T00:00:00.000Z",
    })),
  }));
  return { accounts };
}

const contract = new Contract(document);

class TerminusHubModel implements Model<TerminusHubDeed> {
  readonly #mock: Mock;
  readonly #accounts: Account[] = [];
  readonly #windows: WindowModel;
  readonly #live: Credential[] = [];
  readonly #dead: Credential[] = [];
  readonly #gone: { readonly keys: string[]; readonly records: string[] } = { keys: [], records: [] };

  constructor(mock: Mock, rateLimit: RateLimitRule | false) {
    this.#mock = mock;
    this.#windows = new WindowModel(rateLimit);
    for (const given of fixture().accounts) this.#addAccount(given);
  }

  #addAccount(given: ReturnType<typeof fixture>["accounts"][number]): void {
    const place = ({ id, name, description, created_at }: (typeof given.workspaces)[number]): [string, Place] => [
      id,
      { id, name, description, created: Date.parse(created_at) },
    ];
    const account = new Account(
      given.id,
      new Map(given.workspaces.map(place)),
      new Map(given.governance_models.map(place)),
      given.governance_models.flatMap(({ taxonomies }) => taxonomies.map(({ id }) => id)),
    );
    this.#accounts.push(account);
    for (const { id, workspace_id, taxonomy_id, status, rows, created_at } of given.submissions) {
      const created = Date.parse(created_at);
      account.submissions.set(id, { id, workspace: workspace_id, taxonomy: taxonomy_id, status, rows, created });
    }
    for (const { id, terminus_id, workspace_id, taxonomy_id, status, data, created_at } of given.records) {
      const where = { workspace: workspace_id, taxonomy: taxonomy_id };
      account.records.set(id, { id, terminusId: terminus_id, status, data, ...where, created: Date.parse(created_at) });
    }
    for (const { id, name, secret, created_at } of given.api_keys) {
      this.#addKey(account, { id, name, lastUsed: null, created: Date.parse(created_at) }, secret);
    }
  }

  #addKey(account: Account, key: Key, secret: string): void {
    account.keys.set(key.id, key);
    this.#live.push({ headers: [["authorization", `Bearer ${secret}`]], account, key, secret });
  }

  known(operationId: string, name: string): readonly string[] {
    const all = (of: (account: Account) => Iterable<string>) => this.#accounts.flatMap((account) => [...of(account)]);
    if (name === "workspace_id" || operationId === "getWorkspace") return all(({ workspaces }) => workspaces.keys());
    if (name === "taxonomy_id") return all(({ taxonomies }) => taxonomies);
    if (operationId.endsWith("ApiKey")) return [...all(({ keys }) => keys.keys()), ...this.#gone.keys];
    if (operationId === "getRecord") return [...all(({ records }) => records.keys()), ...this.#gone.records];
    return all(({ submissions }) => submissions.keys());
  }

  credentials() {
    const now = this.#mock.clock.now();
    const expired = (credential: Credential) => credential.session !== undefined && credential.session.expires <= now;
    return {
      live: this.#live.filter((credential) => !expired(credential)).map(({ headers }) => headers),
      dead: [...this.#dead, ...this.#live.filter(expired)].map(({ headers }) => headers),
    };
  }

  deadlines(): number[] {
    return [...this.#live.flatMap(({ session }) => session?.expires ?? []), ...this.#windows.ends()];
  }

  secrets(): string[] {
    return [...this.#live, ...this.#dead].flatMap(({ secret, session }) => [
      ...(secret === undefined ? [] : [secret]),
      ...(session === undefined ? [] : [session.token]),
    ]);
  }

  async perform(deed: TerminusHubDeed): Promise<void> {
    const mock = this.#mock;
    if (deed.deed === "sign in") {
      const account = this.#account(deed.account);
      const { role, seconds } = deed;
      const cookie = await mock.sessions.create({ account: account.id, role, expiresIn: seconds * 1_000 });
      const session = {
        role,
        expires: mock.clock.now() + seconds * 1_000,
        token: cookie.slice(cookie.indexOf("=") + 1),
      };
      this.#live.push({ headers: [["cookie", cookie]], account, session });
    } else if (deed.deed === "plan") {
      const account = this.#account(deed.account);
      mock.accounts.setPlan(deed.plan, account.id);
      account.plan = deed.plan;
    } else if (deed.deed === "move") this.#move(deed.pick, deed.move);
    else this.#change(deed.pick, deed.deed);
  }

  #account(n: number): Account {
    const account = this.#accounts[n % this.#accounts.length];
    if (account === undefined) throw new RangeError("The model has no account.");
    return account;
  }

  #move(pick: number, move: SubmissionMove): void {
    const all = this.#accounts.flatMap((account) =>
      [...account.submissions.values()].map((submission) => ({ account, submission })),
    );
    const { account, submission } = all[pick % all.length] ?? {};
    if (account === undefined || submission === undefined) return;
    const from = move === "submit" ? ["draft"] : ["draft", "in_review"];
    if (!from.includes(submission.status)) return;
    const { id, workspace, taxonomy, rows } = submission;
    if (move !== "approve") {
      this.#mock.submissions[move](id);
      submission.status = { reject: "rejected", submit: "in_review", cancel: "cancelled" }[move];
      return;
    }
    const ids = this.#mock.submissions.approve(id);
    submission.status = "approved";
    const created = this.#mock.clock.now();
    for (const [i, row] of (Array.isArray(rows) ? rows : []).entries()) {
      const record = {
        id: ids[i] ?? "",
        terminusId: undefined,
        status: "active",
        data: row.data,
        workspace,
        taxonomy,
        created,
      };
      account.records.set(record.id, record);
    }
  }

  #change(pick: number, how: "archive" | "delete record"): void {
    const all = this.#accounts.flatMap((account) =>
      [...account.records.values()].map((record) => ({ account, record })),
    );
    const { account, record } = all[pick % Math.max(1, all.length)] ?? {};
    if (account === undefined || record === undefined) return;
    if (how === "archive") {
      this.#mock.records.archive(record.id);
      record.status = "archived";
      return;
    }
    this.#mock.records.delete(record.id);
    account.records.delete(record.id);
    this.#gone.records.push(record.id);
  }

  creation(): PlainRequest {
    const headers = this.#live.find(({ key }) => key !== undefined)?.headers ?? [];
    return { method: "POST", path: "/api/v1/api_keys", headers };
  }

  review(): PlainRequest[] {
    const paths = ["api_keys", "workspaces", "governance_models", "submissions", "records"];
    return this.#accounts.flatMap((account) => {
      const credential = this.#live.find((one) => one.account === account && one.key !== undefined);
      if (credential === undefined) return [];
      const { headers } = credential;
      return paths.map((path) => ({ method: "GET", path: `/api/v1/${path}?limit=10000`, headers }));
    });
  }

  /** The sheet's order of checks, one after the other. */
  predict(request: SentRequest): Prediction {
    const found = contract.find(request.pathname);
    const method = request.method === "HEAD" ? "GET" : request.method;
    const operation = found?.byMethod.get(method);
    const caller = this.#caller(request, operation, [...(found?.byMethod.values() ?? [])]);
    if (caller === undefined) return unauthenticated;
    const now = this.#mock.clock.now();
    if (caller.key !== undefined) caller.key.lastUsed = now;
    const wait = this.#windows.take(caller.who, now);
    if (caller.account.plan === "free") return refused(403, "permission_error");
    if (wait !== undefined) return { ...refused(429, "rate_limit_error"), headers: { "retry-after": String(wait) } };
    const onDemand = preferred(contract, operation, request.headers, (status) => refused(status, TYPES[status] ?? ""));
    if (onDemand !== undefined) return onDemand;
    if (found === undefined) return refused(404, "not_found_error");
    if (operation === undefined) return methodNotAllowed(found.byMethod);
    if (operation.schemes.includes(KEY_OPERATIONS) && caller.role === "member") return refused(403, "permission_error");
    return inputRefusal(operation, found.params, request) ?? this.#answer(operation, found.params, request, caller);
  }

  #caller(request: SentRequest, operation: Operation | undefined, there: readonly Operation[]): Caller | undefined {
    const authorization = request.headers.get("authorization");
    if (authorization !== null) {
      const credential = this.#live.find(({ secret }) => secret !== undefined && authorization === `Bearer ${secret}`);
      if (credential?.key === undefined) return undefined;
      return { account: credential.account, key: credential.key, who: credential.key.id };
    }
    const opened = operation === undefined ? there : [operation];
    if (!opened.some(({ schemes }) => schemes.includes(KEY_OPERATIONS))) return undefined;
    const cookies = (request.headers.get("cookie") ?? "").split(/; */);
    const cookie = cookies.find((pair) => pair.startsWith("terminus_session="));
    const credential = this.#live.find(
      ({ session }) => session !== undefined && cookie === `terminus_session=${session.token}`,
    );
    if (credential?.session === undefined || credential.session.expires <= this.#mock.clock.now()) return undefined;
    return { account: credential.account, role: credential.session.role, who: credential.session.token };
  }

  #answer(
    operation: Operation,
    params: Readonly<Record<string, string>>,
    request: SentRequest,
    { account }: Caller,
  ): Prediction {
    const id = decoded(params.id ?? "");
    const { query } = request;
    const input = readJson(request.body?.text)?.value;
    const fields = isJson(input) ? input : {};
    switch (operation.operationId) {
      case "createApiKey":
        return this.#createKey(account, String(fields.name).trim());
      case "listApiKeys":
        return page(account.keys, query, shownKey);
      case "deleteApiKey":
        return this.#deleteKey(account, id);
      case "listWorkspaces":
        return page(account.workspaces, query, shownPlace);
      case "getWorkspace":
        return one(account.workspaces.get(id), shownPlace);
      case "listGovernanceModels":
        return page(account.models, query, shownPlace);
      case "listSubmissions":
        return page(account.submissions, query, shownSubmission, ["workspace", "taxonomy"]);
      case "createSubmission":
        return this.#createSubmission(account, fields);
      case "listRecords":
        return page(account.records, query, shownRecord, ["workspace", "taxonomy", "status"]);
      case "getRecord":
        return one(account.records.get(id), shownRecord);
      default:
        return unknownOperation("terminus-hub", operation.operationId);
    }
  }

  #createKey(account: Account, name: string): Prediction {
    const created = this.#mock.clock.now();
    const unused = (value: unknown) =>
      typeof value === "string" && UUID.test(value) && !account.keys.has(value) ? undefined : "should be a new UUID";
    const fresh = (value: unknown) =>
      like(/^thub_[0-9A-Za-z]{32}$/)(value) ?? (this.secrets().includes(String(value)) ? "is not new" : undefined);
    return {
      status: 201,
      body: { id: unused, name, created_at: iso(created), last_used_at: null, key: fresh },
      learn: (body) => {
        if (!isJson(body)) return;
        this.#addKey(account, { id: String(body.id), name, created, lastUsed: null }, String(body.key));
      },
    };
  }

  #deleteKey(account: Account, id: string): Prediction {
    if (!account.keys.delete(id)) return refused(404, "not_found_error");
    this.#gone.keys.push(id);
    const place = this.#live.findIndex(({ key }) => key?.id === id);
    this.#dead.push(...this.#live.splice(place, 1));
    return { status: 204, body: undefined, headers: { "content-type": null } };
  }

  #createSubmission(account: Account, fields: Readonly<Record<string, unknown>>): Prediction {
    const { workspace_id: workspace, taxonomy_id: taxonomy, rows } = fields;
    if (typeof workspace !== "string" || !account.workspaces.has(workspace)) return invalid("workspace_id");
    if (typeof taxonomy !== "string" || !account.taxonomies.includes(taxonomy)) return invalid("taxonomy_id");
    const created = this.#mock.clock.now();
    const kept = (Array.isArray(rows) ? rows : []).map((row) => ({ data: withoutProto(echoed(row.data)) }));
    return {
      status: 201,
      body: {
        id: like(UUID),
        workspace_id: workspace,
        taxonomy_id: taxonomy,
        status: "draft",
        rows: kept,
        created_at: iso(created),
      },
      learn: (body) => {
        const id = isJson(body) ? String(body.id) : "";
        account.submissions.set(id, { id, workspace, taxonomy, status: "draft", rows: kept, created });
      },
    };
  }
}

/** zod writes no column of this name, lest a prototype be changed: a limit of the mock. */
const withoutProto = (data: unknown): unknown =>
  Object.fromEntries(Object.entries(isJson(data) ? data : {}).filter(([column]) => column !== "__proto__"));

const errorBody = (type: string, faults: readonly Fault[] = []) => {
  const places = faults.map(({ path }) => ({ param: path[0] ?? null, path: path.length > 1 ? path.join(".") : null }));
  const blamed = (name: "param" | "path") =>
    faults.length === 0 ? null : oneOf(...places.map((place) => place[name]));
  return { error: { type, code: null, message: like(/^\S.*\S$/s), param: blamed("param"), path: blamed("path") } };
};

const refused = (status: number, type: string): Prediction => ({ status, body: errorBody(type) });

const unauthenticated: Prediction = {
  status: 401,
  body: { error: { type: "authentication_error", code: null, message: "Invalid API key", param: null, path: null } },
};

const invalid = (param: string): Prediction => ({
  status: 422,
  body: errorBody("invalid_request_error", [{ kind: "invalid", in: "body", path: [param] }]),
});

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): Prediction {
  const allowed = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : [])].sort().join(", ");
  return { ...refused(405, "invalid_request_error"), headers: { allow: allowed } };
}

const TYPES: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "invalid_request_error",
  415: "invalid_request_error",
  422: "invalid_request_error",
  429: "rate_limit_error",
  500: "api_error",
  503: "api_error",
};

/** 415, 413, 400 and 422, in this order. */
function inputRefusal(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  request: SentRequest,
): Prediction | undefined {
  const faults = parameterFaults(operation, params, request.query);
  if (operation.bodies.size > 0) {
    const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!operation.bodies.has(type)) return refused(415, "invalid_request_error");
    if ((request.body?.bytes ?? 0) > MAX_BODY_BYTES) return refused(413, "invalid_request_error");
    const json = readJson(request.body?.text);
    if (json === undefined) return refused(400, "invalid_request_error");
    faults.push(...bodyFaults(operation, type, json.value));
  }
  const missing = faults.filter(({ kind }) => kind === "missing");
  if (missing.length > 0) return { status: 400, body: errorBody("invalid_request_error", missing) };
  return faults.length === 0 ? undefined : { status: 422, body: errorBody("invalid_request_error", faults) };
}

const shownKey = ({ id, name, created, lastUsed }: Key) => ({
  id,
  name,
  created_at: iso(created),
  last_used_at: lastUsed === null ? null : iso(lastUsed),
});

const shownPlace = ({ id, name, description }: Place) => ({ id, name, description });

const shownSubmission = ({ id, workspace, taxonomy, status, rows, created }: Submission) => ({
  id,
  workspace_id: workspace,
  taxonomy_id: taxonomy,
  status,
  rows,
  created_at: iso(created),
});

/** The Terminus ID of a new record is the server's choice, and stays what it was when first seen. */
const shownRecord = (record: StoredRecord) => ({
  id: record.id,
  status: record.status,
  terminus_id: (value: unknown) => {
    record.terminusId ??= like(/^trm0[0-9a-z]{8}$/)(value) === undefined ? String(value) : undefined;
    return record.terminusId === value ? undefined : `should be ${record.terminusId ?? "trm0 and 8 letters or digits"}`;
  },
  data: record.data,
});

function one<Item>(item: Item | undefined, show: (item: Item) => unknown): Prediction {
  return item === undefined ? refused(404, "not_found_error") : { status: 200, body: show(item) };
}

function page<Item extends Listed>(
  list: ReadonlyMap<string, Item>,
  query: URLSearchParams,
  show: (item: Item) => unknown,
  filters: readonly (keyof Item & string)[] = [],
): Prediction {
  const wanted = filters.map((field) => [field, query.get(field === "status" ? field : `${field}_id`)] as const);
  const all = [...list.values()]
    .filter((item) => wanted.every(([field, value]) => value === null || item[field] === value))
    .sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1));
  const number = Number(query.get("page") ?? 1);
  const limit = Number(query.get("limit") ?? 100);
  const items = all.slice((number - 1) * limit, number * limit);
  const more = items.length > 0 && number * limit < all.length;
  return { status: 200, body: { items: items.map(show), has_more: more, total_count: all.length } };
}

const pick = fc.nat({ max: 40 });
const account = fc.nat({ max: 1 });

export const model: FuzzedApi<TerminusHubDeed> = {
  name: "terminus-hub",
  contract,
  judge: createJudge(document),
  references: ["id", "workspace_id", "taxonomy_id"],
  deeds: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        deed: fc.constant("sign in" as const),
        account,
        role: fc.constantFrom("owner" as const, "admin" as const, "member" as const),
        seconds: fc.integer({ min: 1, max: 100 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        deed: fc.constant("plan" as const),
        account,
        plan: fc.constantFrom("free" as const, "professional" as const, "professional" as const, "business" as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        deed: fc.constant("move" as const),
        pick,
        move: fc.constantFrom("approve" as const, "reject" as const, "submit" as const, "cancel" as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ deed: fc.constantFrom("archive" as const, "delete record" as const), pick }) },
  ),
  limited: true,
  unreachable: (_, status) => status === 429 || status >= 500,
  ownServerErrors: [],
  oddRefusals: [],
  requiresHeaders: true,
  withoutContentType: 415,
  unsupportedMethod: 405,
  answersHead: true,
  tolerates: () => false,
  oddHeaders: [],
  async start(rateLimit, options = {}) {
    const mock = await createMock({ api: "terminus-hub", seed: 1, now: NOW, rateLimit, state: fixture(), ...options });
    return { mock, model: new TerminusHubModel(mock, rateLimit) };
  },
};
