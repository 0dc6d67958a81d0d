// MUTX as its sheet describes it: Bearer before X-API-Key, plans with quotas, rotation that keeps the expiry, reports for what is invalid.
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/mutx.json" with { type: "json" };
import fc from "fast-check";
import { createMock, type Mock } from "../../src/create-mock.js";
import { like } from "../fuzz/compare.js";
import {
  bodyFaults,
  Contract,
  decoded,
  type Fault,
  isJson,
  type Operation,
  parameterFaults,
} from "../fuzz/contract.js";
import { sameSecret } from "../fuzz/json-text.js";
import type { RateLimitRule } from "../fuzz/mock-under-test.js";
import type { FuzzedApi, HeaderPairs, Model, PlainRequest, Prediction, SentRequest } from "../fuzz/model.js";
import { preferred } from "../fuzz/preferred.js";
import { unknownOperation } from "../fuzz/unknown-operation.js";
import { WindowModel } from "../fuzz/window-model.js";

const NOW = "2026-03-01T12:00:00.250Z";
const MAX_BODY_BYTES = 1_048_576;
const DAY_MS = 86_400_000;
const ACCESS_SECONDS = 1_800;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KEY = /^mutx_live_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/;
const TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;
/** The document says `format: email`, which leaves open what that is; this is what the mock takes. */
const EMAIL = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const STRONG = "Correct-Horse-7!";
const LIMITS = { FREE: 2, STARTER: 10, PRO: 50, ENTERPRISE: Number.POSITIVE_INFINITY };

type Plan = keyof typeof LIMITS;

type MutxDeed =
  | { readonly deed: "plan"; readonly account: number; readonly plan: Plan }
  | { readonly deed: "short key" | "token"; readonly account: number; readonly seconds: number };

interface Key {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly created: number;
  readonly expires: number | null;
  lastUsed: number | null;
  active: boolean;
}

interface Account {
  /** Unknown until it is shown, where the server chose it. */
  id: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  plan: Plan;
  readonly created: number;
  readonly keys: Key[];
  readonly agents: ReturnType<typeof fixture>["accounts"][number]["agents"];
}

interface Token {
  readonly token: string;
  readonly account: Account;
  readonly expires: number;
}

const uuid = (group: number, n: number): string =>
  `00000000-0000-4000-8${String(group).padStart(3, "0")}-${String(n).padStart(12, "0")}`;
const secretOf = (n: number): string => `mutx_live_${String(n).padStart(12, "0")}_${"S".repeat(43)}`;
const withZone = (time: number): string => new Date(time).toISOString().replace("Z", "000Z");
const withoutZone = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().replace("Z", "000");

/** What the mock starts with, and the model too. */
const fixture = () => ({
  accounts: [0, 1].map((n) => ({
    id: uuid(n, 1),
    email: `account${n}@example.com`,
    name: `Account ${n}`,
    plan: n === 0 ? ("ENTERPRISE" as const) : ("STARTER" as const),
    password: `${STRONG}${n}`,
    created_at: "2026-01-01T00:00:00.000Z",
    api_keys: [0, 1, 2, 3].map((i) => ({
      id: uuid(n, 10 + i),
      name: `Key ${i}`,
      key: secretOf(n * 10 + i),
      created_at: "2026-02-01T00:00:00.000Z",
      expires_at: i === 2 ? "2026-03-01T12:00:30.000Z" : null,
    })),
    agents: [0, 1, 2].map((i) => ({
      id: uuid(n, 20 + i),
      name: `Agent ${i}`,
      description: i === 0 ? null : "An agent",
      type: "openai",
      status: "running",
      config: i === 0 ? null : { model: "small" },
      config_version: 1,
      created_at: `2026-01-0${i + 1}T00:00:00.000Z`,
      updated_at: "2026-02-01T00:00:00.000Z",
    })),
  })),
});

const contract = new Contract(document, { email: EMAIL });

class MutxModel implements Model<MutxDeed> {
  readonly #mock: Mock<"mutx">;
  readonly #accounts: Account[];
  readonly #tokens: Token[] = [];
  readonly #refreshTokens: string[] = [];
  readonly #windows: WindowModel;
  readonly #logins: WindowModel;
  readonly #wait: number;

  constructor(mock: Mock<"mutx">, rateLimit: RateLimitRule | false) {
    this.#mock = mock;
    this.#windows = new WindowModel(rateLimit);
    this.#logins = new WindowModel(rateLimit === false ? false : { limit: 10, window: "60s" });
    this.#wait = rateLimit === false ? 0 : Number.parseInt(rateLimit.window, 10);
    this.#accounts = fixture().accounts.map(({ api_keys, created_at, ...account }) => ({
      ...account,
      created: Date.parse(created_at),
      keys: api_keys.map(({ id, name, key, created_at: made, expires_at }) => ({
        id,
        name,
        secret: key,
        created: Date.parse(made),
        expires: expires_at === null ? null : Date.parse(expires_at),
        lastUsed: null,
        active: true,
      })),
    }));
  }

  known(operationId: string, name: string): readonly string[] {
    const emails = this.#accounts.map(({ email }) => email);
    switch (name) {
      case "email":
        return operationId === "login"
          ? [...emails, "ACCOUNT0@EXAMPLE.COM", "account0@EXAMPLE.COM"]
          : ["new@example.com", "newer@example.com", ...emails, "account0@Example.Com"];
      case "password":
        return [
          ...this.#accounts.map(({ password }) => password),
          "weak",
          "NOLOWER7!",
          "noupper7!",
          "NoDigits!",
          "NoSpecial7",
        ];
      default: {
        const ids = this.#accounts.flatMap(({ keys }) => keys.map(({ id }) => id));
        return [...ids, uuid(9, 9), (ids[1] ?? "").toUpperCase()];
      }
    }
  }

  credentials() {
    const now = this.#mock.clock.now();
    const keys = this.#accounts.flatMap(({ keys: all }) => all);
    const works = ({ active, expires }: Key) => active && (expires === null || expires > now);
    const tokenWorks = ({ expires }: Token) => expires > now;
    const bearer = (secret: string): HeaderPairs => [["authorization", `Bearer ${secret}`]];
    const both = (secret: string, i: number): HeaderPairs => (i % 2 === 1 ? [["x-api-key", secret]] : bearer(secret));
    return {
      live: [
        ...keys.filter(works).map(({ secret }, i) => both(secret, i)),
        ...this.#tokens.filter(tokenWorks).map(({ token }) => bearer(token)),
      ],
      dead: [
        ...keys.filter((key) => !works(key)).map(({ secret }, i) => both(secret, i)),
        ...this.#tokens.filter((token) => !tokenWorks(token)).map(({ token }) => bearer(token)),
      ],
    };
  }

  deadlines(): number[] {
    const keys = this.#accounts.flatMap(({ keys: all }) => all);
    const windows = [...this.#windows.ends(), ...this.#logins.ends()];
    return [...[...keys, ...this.#tokens].flatMap(({ expires }) => expires ?? []), ...windows];
  }

  secrets(): string[] {
    return [
      ...this.#accounts.flatMap(({ keys }) => keys.map(({ secret }) => secret)),
      ...this.#tokens.map(({ token }) => token),
      ...this.#refreshTokens,
      ...fixture().accounts.map(({ password }) => password),
    ];
  }

  perform(deed: MutxDeed): void {
    const account = this.#accounts[deed.account % 2];
    if (account?.id === undefined) return;
    const now = this.#mock.clock.now();
    if (deed.deed === "plan") {
      this.#mock.accounts.setPlan(deed.plan, account.id);
      account.plan = deed.plan;
      return;
    }
    const expires = now + deed.seconds * 1_000;
    const options = { account: account.id, expiresIn: deed.seconds * 1_000 };
    if (deed.deed === "token") {
      this.#tokens.push({ token: this.#mock.tokens.create(options), account, expires });
      return;
    }
    const { id, key } = this.#mock.accounts.createKey({ name: "Short", ...options });
    account.keys.push({ id, name: "Short", secret: key, created: now, expires, lastUsed: null, active: true });
  }

  #worker(account: Account): HeaderPairs {
    const now = this.#mock.clock.now();
    const key = account.keys.find(({ active, expires }) => active && (expires === null || expires > now));
    return key === undefined ? [] : [["authorization", `Bearer ${key.secret}`]];
  }

  creation(): PlainRequest {
    const headers = this.#accounts.map((account) => this.#worker(account)).find((pairs) => pairs.length > 0) ?? [];
    return { method: "POST", path: "/v1/api-keys", headers };
  }

  review(): PlainRequest[] {
    return this.#accounts.flatMap((account) => {
      const headers = this.#worker(account);
      if (headers.length === 0) return [];
      const paths = [
        "/v1/api-keys?limit=100",
        "/agents",
        "/v1/auth/me",
        ...account.keys.map(({ id }) => `/api-keys/${id}`),
      ];
      return paths.map((path) => ({ method: "GET", path, headers }));
    });
  }

  predict(request: SentRequest): Prediction {
    const { headers } = request;
    const now = this.#mock.clock.now();
    const bearer = bearerOf(headers);
    const shown = bearer ?? headers.get("x-api-key") ?? "";
    const caller = this.#caller(bearer, shown, now);
    if (caller?.key !== undefined) caller.key.lastUsed = now;
    const found = contract.find(request.pathname);
    const operation = found?.byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    const limited = this.#limited(headers, bearer, caller?.key, operation, now);
    if (limited !== undefined) return limited;
    if (found === undefined) return refused(404, "Not Found");
    if (operation === undefined) return methodNotAllowed(found.byMethod);
    if (operation.schemes.length > 0 && caller === undefined) return unauthenticated(headers, bearer);
    const onDemand = preferred(contract, operation, headers, anyRefusal);
    if (onDemand !== undefined) return onDemand;
    const input = readInput(operation, found.params, request);
    if ("faults" in input) return this.#invalid(input.faults);
    return this.#answer(
      operation,
      decoded(found.params.key_id ?? "").toLowerCase(),
      request.query,
      input.body,
      caller?.account,
    );
  }

  #caller(bearer: string | undefined, shown: string, now: number): { account: Account; key?: Key } | undefined {
    const token = this.#tokens.find((one) => one.token === bearer && one.expires > now);
    if (token !== undefined) return { account: token.account };
    for (const account of this.#accounts) {
      const key = account.keys.find(({ secret }) => secret === shown);
      if (key?.active === true && (key.expires === null || key.expires > now)) return { account, key };
    }
    return undefined;
  }

  #limited(
    headers: Headers,
    bearer: string | undefined,
    key: Key | undefined,
    operation: Operation | undefined,
    now: number,
  ): Prediction | undefined {
    const unknown = headers.get("x-api-key") ?? bearer ?? "";
    const who = key?.id ?? (unknown.startsWith("mutx_") ? unknown : "somebody");
    if (this.#windows.take(who, now) !== undefined) return tooMany(this.#wait, now);
    if (operation?.operationId !== "login" || this.#logins.take("login", now) === undefined) return undefined;
    return tooMany(60, now);
  }

  #invalid(faults: readonly Fault[]): Prediction {
    const places = new Set(faults.map((fault) => [fault.in, ...fault.path].join(".")));
    const details = (value: unknown) => {
      const given = Array.isArray(value) ? value.filter(isJson) : [];
      const told = new Set(given.map(({ loc }) => (Array.isArray(loc) ? loc.join(".") : "")));
      const worded = given.every(({ msg, type }) => typeof msg === "string" && typeof type === "string");
      const same = told.size === places.size && [...told].every((place) => places.has(place));
      return worded && same ? undefined : `should name ${[...places].join(", ")}`;
    };
    return {
      status: 422,
      body: {
        status: "error",
        error_code: "VALIDATION_ERROR",
        message: "Request validation failed",
        details,
        request_id: like(UUID),
        timestamp: withZone(this.#mock.clock.now()),
      },
    };
  }

  #answer(
    { operationId }: Operation,
    keyId: string,
    query: URLSearchParams,
    body: Readonly<Record<string, unknown>>,
    account: Account | undefined,
  ): Prediction {
    if (operationId === "register") return this.#register(String(body.email), String(body.name), String(body.password));
    if (operationId === "login") return this.#login(String(body.email), String(body.password));
    if (account === undefined) throw new RangeError(`${operationId} has no caller.`);
    const key = account.keys.find(({ id }) => id === keyId);
    switch (operationId) {
      case "listApiKeys":
        return page(
          account.keys.filter(({ active }) => active),
          query,
          shownKey,
        );
      case "createApiKey": {
        const days = typeof body.expires_in_days === "number" ? body.expires_in_days : null;
        const active = account.keys.filter((one) => one.active).length;
        const limit = LIMITS[account.plan];
        if (active >= limit) {
          return refused(409, `Active API key limit reached for your plan (${account.plan}): ${limit} keys`);
        }
        const expires = days === null ? null : this.#mock.clock.now() + days * DAY_MS;
        return { ...this.#made(account, String(body.name), expires), status: 201 };
      }
      case "getApiKey":
        return key === undefined ? refused(404, "API key not found") : { status: 200, body: shownKey(key) };
      case "rotateApiKey":
        if (key === undefined) return refused(404, "API key not found");
        if (!key.active) return refused(409, "API key is already revoked and cannot be rotated");
        key.active = false;
        return this.#made(account, key.name, key.expires);
      case "deleteApiKey":
        if (key === undefined) return refused(404, "API key not found");
        key.active = false;
        return { status: 204, body: undefined, headers: { "content-type": null } };
      case "listAgents":
        return page(
          account.agents.map((agent) => ({ ...agent, created: Date.parse(agent.created_at) })),
          query,
          ({ created, ...agent }) => ({
            ...agent,
            created_at: withZone(created),
            updated_at: withZone(Date.parse(agent.updated_at)),
            user_id: account.id,
          }),
        );
      case "me":
        return { status: 200, body: shownMe(account) };
      default:
        return unknownOperation("mutx", operationId);
    }
  }

  #made(account: Account, name: string, expires: number | null): Prediction {
    const created = this.#mock.clock.now();
    const unused = (value: unknown) =>
      like(KEY)(value) ?? (this.secrets().includes(String(value)) ? "is not new" : undefined);
    return {
      status: 200,
      body: { id: like(UUID), name, created_at: withZone(created), expires_at: withoutZone(expires), key: unused },
      learn: (body) => {
        if (!isJson(body)) return;
        account.keys.push({
          id: String(body.id),
          name,
          secret: String(body.key),
          created,
          expires,
          lastUsed: null,
          active: true,
        });
      },
    };
  }

  #named(email: string): Account | undefined {
    const form = (text: string) => text.replace(/@.*$/, (domain) => domain.toLowerCase());
    return this.#accounts.find((account) => form(account.email) === form(email));
  }

  #register(email: string, name: string, password: string): Prediction {
    if (this.#named(email) !== undefined) return refused(400, "Email already registered");
    const weakness = weaknessOf(password);
    if (weakness !== undefined) return refused(400, weakness);
    const created = this.#mock.clock.now();
    const account: Account = { id: undefined, email, name, password, plan: "FREE", created, keys: [], agents: [] };
    return this.#signedIn(201, account, () => this.#accounts.push(account));
  }

  #login(email: string, password: string): Prediction {
    const account = this.#named(email);
    if (account === undefined || !sameSecret(account.password, password)) {
      return { ...refused(401, "Invalid email or password"), headers: { "www-authenticate": "Bearer" } };
    }
    return this.#signedIn(200, account);
  }

  #signedIn(status: number, account: Account, learn: () => void = () => undefined): Prediction {
    const expires = this.#mock.clock.now() + ACCESS_SECONDS * 1_000;
    return {
      status,
      body: {
        access_token: like(TOKEN),
        refresh_token: like(TOKEN),
        token_type: "bearer",
        expires_in: ACCESS_SECONDS,
      },
      learn: (body) => {
        learn();
        if (!isJson(body)) return;
        this.#tokens.push({ token: String(body.access_token), account, expires });
        this.#refreshTokens.push(String(body.refresh_token));
      },
    };
  }
}

/** `Bearer x`: the word in any case, and nothing after x. */
function bearerOf(headers: Headers): string | undefined {
  return /^\s*bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
}

function weaknessOf(password: string): string | undefined {
  if (password.length < 8) return "Password must be at least 8 characters long";
  if (!/[A-Z]/.test(password)) return "Password must contain at least one uppercase letter";
  if (!/[a-z]/.test(password)) return "Password must contain at least one lowercase letter";
  if (!/[0-9]/.test(password)) return "Password must contain at least one number";
  if (!/[!@#$%^&*(),.?":{}|<>]/.test(password)) return "Password must contain at least one special character";
  return undefined;
}

const WHOLE_BODY: Fault = { kind: "invalid", in: "body", path: [] };

/** The body, or everything that is wrong with path, query and body. What cannot be read stands alone. */
function readInput(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  { query, headers, body }: SentRequest,
): { readonly faults: readonly Fault[] } | { readonly body: Readonly<Record<string, unknown>> } {
  const faults = parameterFaults(operation, params, query);
  let value: unknown;
  if (operation.bodies.size > 0) {
    if ((body?.bytes ?? 0) > MAX_BODY_BYTES) return { faults: [WHOLE_BODY] };
    if (body !== undefined && body.text === undefined) return { faults: [WHOLE_BODY] };
    const text = body?.text ?? "";
    const type = (headers.get("content-type") ?? "application/json").split(";")[0]?.trim().toLowerCase() ?? "";
    if (text === "") value = undefined;
    else if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) value = text;
    else {
      try {
        value = JSON.parse(text);
      } catch {
        return { faults: [WHOLE_BODY] };
      }
    }
    faults.push(...(value === undefined ? [WHOLE_BODY] : bodyFaults(operation, "application/json", value)));
  }
  return faults.length > 0 ? { faults } : { body: isJson(value) ? value : {} };
}

const refused = (status: number, detail: string): Prediction => ({ status, body: { detail } });

function unauthenticated(headers: Headers, bearer: string | undefined): Prediction {
  const detail = !headers.get("authorization")
    ? "Missing authorization header"
    : bearer === undefined
      ? "Invalid authorization header format"
      : "Invalid or expired token";
  return { ...refused(401, detail), headers: { "www-authenticate": "Bearer" } };
}

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): Prediction {
  const allow = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : [])].sort().join(", ");
  return { ...refused(405, "Method Not Allowed"), headers: { allow } };
}

/** The server names the whole window as the time to wait. */
const tooMany = (seconds: number, now: number): Prediction => ({
  status: 429,
  headers: { "retry-after": String(seconds) },
  body: {
    status: "error",
    error_code: "RATE_LIMIT_EXCEEDED",
    message: "Too many requests. Please try again later.",
    details: null,
    request_id: null,
    timestamp: withZone(now),
    retry_after: seconds,
  },
});

/** A refusal that `Prefer` asked for: the document alone says what it looks like. */
const anyRefusal = (status: number): Prediction => ({
  status,
  body: (value: unknown) =>
    isJson(value) && ("detail" in value || "error_code" in value) ? undefined : "should be a refusal",
});

const shownKey = ({ id, name, created, expires, lastUsed, active }: Key) => ({
  id,
  name,
  created_at: withZone(created),
  expires_at: withoutZone(expires),
  last_used: withoutZone(lastUsed),
  is_active: active,
});

const shownMe = (account: Account) => ({
  id: (value: unknown) => {
    if (account.id === undefined && like(UUID)(value) === undefined) account.id = String(value);
    return account.id === value ? undefined : `should be ${account.id ?? "a UUID"}`;
  },
  email: account.email,
  name: account.name,
  plan: account.plan,
  created_at: withZone(account.created),
  is_active: true,
  is_email_verified: false,
});

function page<Item extends { readonly id: string; readonly created: number }>(
  items: readonly Item[],
  query: URLSearchParams,
  show: (item: Item) => unknown,
): Prediction {
  const skip = Number(query.get("skip") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  const all = [...items].sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1));
  const shown = all.slice(skip, skip + limit);
  const more = shown.length > 0 && skip + shown.length < all.length;
  return { status: 200, body: { items: shown.map(show), total: all.length, skip, limit, has_more: more } };
}

const account = fc.nat({ max: 1 });

export const model: FuzzedApi<MutxDeed> = {
  name: "mutx",
  contract,
  judge: createJudge(document),
  references: ["key_id", "email", "password"],
  deeds: fc.oneof(
    fc.record({
      deed: fc.constant("plan" as const),
      account,
      plan: fc.constantFrom("FREE" as const, "STARTER" as const, "PRO" as const, "ENTERPRISE" as const),
    }),
    fc.record({
      deed: fc.constantFrom("short key" as const, "token" as const),
      account,
      seconds: fc.integer({ min: 1, max: 60 }),
    }),
  ),
  oddHeaders: [
    ["x-api-key", "mutx_live_nothing"],
    ["x-api-key", secretOf(1)],
    ["authorization", "Basic dXNlcjpwYXNz"],
  ],
  limited: true,
  unreachable: (_, status) => status === 429 || status === 500,
  ownServerErrors: [],
  oddRefusals: [],
  requiresHeaders: true,
  withoutContentType: undefined,
  unsupportedMethod: 405,
  answersHead: true,
  tolerates: () => false,
  async start(rateLimit, options = {}) {
    const mock = await createMock({ api: "mutx", seed: 1, now: NOW, rateLimit, state: fixture(), ...options });
    return { mock, model: new MutxModel(mock, rateLimit) };
  },
};
