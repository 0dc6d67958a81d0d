// Termix as its sheet describes it: cookie before header, keys that act as their owner, checks on create one by one, locked logins.
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/termix.json" with { type: "json" };
import fc from "fast-check";
import { createMock, type Mock } from "../../src/create-mock.js";
import { like } from "../fuzz/compare.js";
import { Contract, decoded, isJson, type Operation } from "../fuzz/contract.js";
import { sameSecret } from "../fuzz/json-text.js";
import type { FuzzedApi, HeaderPairs, Model, PlainRequest, Prediction, SentRequest } from "../fuzz/model.js";
import { preferred } from "../fuzz/preferred.js";
import { unknownOperation } from "../fuzz/unknown-operation.js";

const NOW = "2026-03-01T12:00:00.250Z";
const MAX_BODY_BYTES = 1_048_576;
const ID = /^[A-Za-z0-9_-]{21}$/;
const TOKEN = /^tmx_[0-9a-f]{64}$/;
const SESSION = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;
const CLEARED = /^jwt=;/;
const KEY_OPERATIONS = new Set(["createApiKey", "listApiKeys", "deleteApiKey"]);
const DAY_SECONDS = 86_400;
const LOCK_AFTER = 5;
const LOCK_MS = 600_000;

type TermixDeed =
  | { readonly deed: "join"; readonly name: string; readonly admin: boolean; readonly password: boolean }
  | { readonly deed: "remove user" | "end sessions" | "unlock"; readonly pick: number }
  | { readonly deed: "rights"; readonly pick: number; readonly admin: boolean }
  | { readonly deed: "sign in" | "short key"; readonly pick: number; readonly seconds: number }
  | { readonly deed: "fail logins"; readonly pick: number; readonly left: number };

interface User {
  /** Unknown until a list shows it, where the server chose it. */
  id: string | undefined;
  readonly username: string;
  readonly password: string | undefined;
  admin: boolean;
}

interface Key {
  readonly id: string;
  readonly name: string;
  readonly user: User;
  readonly token: string;
  readonly created: number;
  readonly expires: number | null;
  lastUsed: number | null;
}

interface Session {
  readonly token: string;
  readonly user: User;
  readonly expires: number;
}

interface Failures {
  count: number;
  readonly first: number;
  lockedUntil: number;
}

interface Caller {
  readonly user: User;
  readonly session?: Session;
}

const idOf = (kind: string, n: number): string => `${kind}${n}`.padEnd(21, "_");
const tokenOf = (n: number): string => `tmx_${String(n).padStart(64, "abc")}`;
const passwordOf = (username: string): string => `the password of ${username}`;
const iso = (time: number): string => new Date(time).toISOString();
const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));

/** What the mock starts with, and the model too. */
const fixture = () => ({
  users: [
    { id: idOf("user", 0), username: "root", password: passwordOf("root"), is_admin: true },
    { id: idOf("user", 1), username: "deploy", password: passwordOf("deploy"), is_admin: false },
    { id: idOf("user", 2), username: "maria", password: passwordOf("maria"), is_admin: true },
    { id: idOf("user", 3), username: "oidc", is_admin: false, password: undefined },
  ],
  api_keys: [0, 1, 2, 3, 4].map((n) => ({
    id: idOf("key", n),
    name: `Key ${n}`,
    username: ["root", "maria", "deploy", "root", "oidc"][n] ?? "root",
    token: tokenOf(n),
    created_at: `2026-02-0${n + 1}T00:00:00.000Z`,
    expires_at: n === 3 ? "2026-03-01T12:00:30.000Z" : null,
  })),
});

const contract = new Contract(document, { trailingSlash: true });

class TermixModel implements Model<TermixDeed> {
  readonly #mock: Mock<"termix">;
  readonly #users: User[] = [];
  readonly #keys: Key[] = [];
  readonly #sessions: Session[] = [];
  readonly #deadTokens: string[] = [];
  readonly #failures = new Map<string, Failures>();
  #joined = 0;

  constructor(mock: Mock<"termix">) {
    this.#mock = mock;
    const { users, api_keys } = fixture();
    for (const { id, username, password, is_admin } of users)
      this.#users.push({ id, username, password, admin: is_admin });
    for (const { id, name, username, token, created_at, expires_at } of api_keys) {
      const user = this.#named(username);
      const expires = expires_at === null ? null : Date.parse(expires_at);
      if (user !== undefined)
        this.#keys.push({ id, name, user, token, created: Date.parse(created_at), expires, lastUsed: null });
    }
  }

  #named(username: unknown): User | undefined {
    return this.#users.find((user) => user.username === username);
  }

  known(operationId: string, name: string): readonly string[] {
    const usernames = this.#users.map(({ username }) => username);
    switch (name) {
      case "keyId":
        return [...this.#keys.map(({ id }) => id), idOf("key", 9)];
      case "userId":
        return [...this.#users.flatMap(({ id }) => id ?? []), idOf("user", 9), ` ${idOf("user", 0)}`];
      case "username":
        return operationId === "login" ? usernames : ["newcomer", "late-comer", ...usernames];
      case "password":
        return [...this.#users.map(({ username }) => passwordOf(username)), "wrong"];
      default:
        return [
          "2099-12-31",
          "2027-01-01T00:00:00+02:00",
          "",
          "+010000-01-01T00:00:00.000Z",
          "yesterday",
          "2026-03-01",
          "0",
        ];
    }
  }

  credentials() {
    const now = this.#mock.clock.now();
    const bearer = (token: string): HeaderPairs => [["authorization", `Bearer ${token}`]];
    const cookie = (token: string): HeaderPairs => [["cookie", `jwt=${token}`]];
    const expired = ({ expires }: Key | Session) => expires !== null && expires <= now;
    const all = [...this.#keys, ...this.#sessions];
    const live = all.filter((one) => !expired(one));
    const admins = live.filter(({ user }) => user.admin);
    const both = (token: string, i: number): HeaderPairs => (i % 3 === 2 ? cookie(token) : bearer(token));
    return {
      live: [...admins.map(({ token }) => bearer(token)), ...live.map(({ token }, i) => both(token, i))],
      dead: [...this.#deadTokens, ...all.filter(expired).map(({ token }) => token)].map(both),
    };
  }

  deadlines(): number[] {
    const locks = [...this.#failures.values()].flatMap(({ first, lockedUntil }) => [lockedUntil, first + LOCK_MS]);
    return [...[...this.#keys, ...this.#sessions].flatMap(({ expires }) => expires ?? []), ...locks];
  }

  secrets(): string[] {
    const passwords = fixture().users.flatMap(({ password }) => password ?? []);
    return [...this.#keys, ...this.#sessions].map(({ token }) => token).concat(this.#deadTokens, passwords);
  }

  async perform(deed: TermixDeed): Promise<void> {
    const mock = this.#mock;
    const now = mock.clock.now();
    if (deed.deed === "join") {
      this.#joined += 1;
      const username = `${deed.name}${this.#joined}`;
      const password = deed.password ? passwordOf(username) : undefined;
      const given = { username, isAdmin: deed.admin, ...(password !== undefined && { password }) };
      this.#users.push({ id: mock.users.create(given).userId, username, password, admin: deed.admin });
      return;
    }
    const user = this.#users[deed.pick % Math.max(1, this.#users.length)];
    if (user === undefined) return;
    const { username } = user;
    switch (deed.deed) {
      case "remove user":
        // The first admin stays, so that there is always somebody to review by.
        if (user === this.#users[0]) return;
        mock.users.delete(username);
        this.#users.splice(this.#users.indexOf(user), 1);
        this.#end(this.#keys, (key) => key.user === user);
        this.#end(this.#sessions, (session) => session.user === user);
        return;
      case "end sessions":
        mock.sessions.end(username);
        this.#end(this.#sessions, (session) => session.user === user);
        return;
      case "rights":
        if (user === this.#users[0]) return;
        mock.users.setAdmin(username, deed.admin);
        user.admin = deed.admin;
        return;
      case "sign in": {
        const token = (await mock.sessions.create({ username, expiresIn: deed.seconds * 1_000 })).slice("jwt=".length);
        this.#sessions.push({ token, user, expires: now + deed.seconds * 1_000 });
        return;
      }
      case "short key": {
        const { id, token } = mock.users.createKey({ name: "Short", username, expiresIn: deed.seconds * 1_000 });
        this.#keys.push({
          id,
          name: "Short",
          user,
          token,
          created: now,
          expires: now + deed.seconds * 1_000,
          lastUsed: null,
        });
        return;
      }
      case "fail logins":
        mock.logins.leave(deed.left, username);
        this.#failures.delete(username);
        for (let left = LOCK_AFTER; left > deed.left; left -= 1) this.#failed(username);
        return;
      case "unlock":
        mock.logins.unlock(username);
        this.#failures.delete(username);
        return;
    }
  }

  #end<One extends Key | Session>(list: One[], ends: (one: One) => boolean): void {
    for (const one of list.filter(ends)) {
      list.splice(list.indexOf(one), 1);
      this.#deadTokens.push(one.token);
    }
  }

  #failed(username: string): void {
    const now = this.#mock.clock.now();
    const known = this.#failures.get(username);
    if (known === undefined || now - known.first > LOCK_MS) {
      this.#failures.set(username, { count: 1, first: now, lockedUntil: 0 });
      return;
    }
    known.count += 1;
    if (known.count >= LOCK_AFTER) known.lockedUntil = now + LOCK_MS;
  }

  #admin(): HeaderPairs {
    const now = this.#mock.clock.now();
    const key = this.#keys.find(({ user, expires }) => user.admin && (expires === null || expires > now));
    return key === undefined ? [] : [["authorization", `Bearer ${key.token}`]];
  }

  creation(): PlainRequest {
    return { method: "POST", path: "/users/api-keys", headers: this.#admin() };
  }

  review(): PlainRequest[] {
    const headers = this.#admin();
    if (headers.length === 0) return [];
    return ["/users/list", "/users/api-keys", "/users/me"].map((path) => ({ method: "GET", path, headers }));
  }

  predict(request: SentRequest): Prediction {
    const body = readBody(request);
    if (body === "unreadable") return refused(500, "Internal Server Error");
    const found = contract.find(request.pathname);
    const operation = found?.byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    const caller = operation?.schemes.length === 0 ? undefined : this.#caller(request, operation);
    if (caller !== undefined && "status" in caller) return caller;
    const onDemand = preferred(contract, operation, request.headers, anyRefusal);
    if (onDemand !== undefined) return onDemand;
    if (operation === undefined) return unknownRoute(request);
    return this.#answer(operation, decoded(found?.params.keyId ?? ""), request, body, caller);
  }

  #caller(request: SentRequest, operation: Operation | undefined): Caller | Prediction {
    const { headers } = request;
    const cookie = (headers.get("cookie") ?? "").split(";").find((pair) => /^\s*jwt\s*=/.test(pair));
    const inCookie = cookie?.slice(cookie.indexOf("=") + 1).trim();
    const header = headers.get("authorization") ?? "";
    const token = inCookie || (header.startsWith("Bearer ") ? header.split(" ")[1] : undefined);
    if (!token) return refused(401, "Missing authentication token");
    const now = this.#mock.clock.now();
    const notAdmin = (user: User) =>
      operation !== undefined && KEY_OPERATIONS.has(operation.operationId) && !user.admin;
    if (!token.startsWith("tmx_")) {
      const session = this.#sessions.find((one) => one.token === token);
      if (session === undefined || session.expires <= now) {
        return { ...refused(401, "Invalid token"), headers: { "set-cookie": CLEARED } };
      }
      return notAdmin(session.user) ? refused(403, "Admin access required") : { user: session.user, session };
    }
    if (headers.get("x-admin-target-user")) return impersonation;
    const key = this.#keys.find((one) => one.token === token);
    if (key === undefined) return refused(401, "Invalid API key");
    if (key.expires !== null && key.expires < now) return refused(401, "API key has expired");
    if (notAdmin(key.user)) return refused(403, "Admin access required");
    key.lastUsed = now;
    return { user: key.user };
  }

  #answer(
    { operationId }: Operation,
    keyId: string,
    request: SentRequest,
    body: Body | undefined,
    caller: Caller | undefined,
  ): Prediction {
    switch (operationId) {
      case "getHealth":
        return { status: 200, body: { status: "ok" } };
      case "createUser":
        return this.#createUser(body);
      case "login":
        return this.#login(body, request.headers.get("x-electron-app") === "true");
      case "createApiKey":
        return this.#createKey(body);
      case "deleteApiKey": {
        if (!this.#keys.some(({ id }) => id === keyId)) return refused(404, "API key not found");
        this.#end(this.#keys, (key) => key.id === keyId);
        return { status: 200, body: { success: true } };
      }
      case "listApiKeys":
        return { status: 200, body: { apiKeys: [...this.#keys].sort((a, b) => a.created - b.created).map(listedKey) } };
    }
    if (caller === undefined) throw new RangeError(`${operationId} has no caller.`);
    const { user, session } = caller;
    switch (operationId) {
      case "logout":
        this.#end(this.#sessions, (one) => one === session);
        return {
          status: 200,
          headers: { "set-cookie": CLEARED },
          body: { success: true, message: "Logged out successfully" },
        };
      case "me":
        return { status: 200, body: shownMe(user) };
      case "listUsers":
        return this.#listUsers(request.query, user.admin);
      default:
        return unknownOperation("termix", operationId);
    }
  }

  #listUsers(query: URLSearchParams, toAdmin: boolean): Prediction {
    const part = (query.get("search") ?? "").toLowerCase();
    const all = this.#users.filter(({ username }) => username.toLowerCase().includes(part));
    const limit = lenient(query.get("limit"), 1, 500);
    const offset = lenient(query.get("offset"), 0, Number.MAX_SAFE_INTEGER) ?? 0;
    const users = limit === undefined ? all : all.slice(offset, offset + limit);
    const shown = users.map((user) => listedUser(user, toAdmin));
    return { status: 200, body: { users: shown, total: all.length, ...(limit !== undefined && { limit, offset }) } };
  }

  #createUser(body: Body | undefined): Prediction {
    if (body === undefined) return refused(500, "Internal Server Error");
    const { username, password } = body;
    if (!filled(username) || !filled(password)) return refused(400, "Username and password are required");
    if (this.#named(username) !== undefined) return refused(409, "Username already exists");
    const admin = this.#users.length === 0;
    return {
      status: 200,
      body: {
        message: "User created",
        is_admin: admin,
        toast: { type: "success", message: `User created: ${username}` },
      },
      learn: () => this.#users.push({ id: undefined, username, password, admin }),
    };
  }

  #login(body: Body | undefined, electron: boolean): Prediction {
    if (body === undefined) return refused(500, "Internal Server Error");
    const { username, password, rememberMe } = body;
    const wrong = "Invalid username or password";
    if (!filled(username) || !filled(password)) return refused(400, wrong);
    const now = this.#mock.clock.now();
    const left = (this.#failures.get(username)?.lockedUntil ?? 0) - now;
    if (left > 0) {
      const error = "Too many login attempts. Please try again later.";
      return { status: 429, body: { error, remainingTime: Math.ceil(left / 1_000) } };
    }
    const user = this.#named(username);
    if (user === undefined || !sameSecret(user.password, password)) {
      this.#failed(username);
      return refused(401, wrong);
    }
    this.#failures.delete(username);
    const seconds = rememberMe ? 30 * DAY_SECONDS : DAY_SECONDS;
    return {
      status: 200,
      headers: { "set-cookie": new RegExp(`^jwt=[\\w.-]+; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax$`) },
      body: { success: true, is_admin: user.admin, username, ...(electron && { token: like(SESSION) }) },
      learn: (_, headers) => {
        const token = /^jwt=([^;]*)/.exec(headers.get("set-cookie") ?? "")?.[1] ?? "";
        this.#sessions.push({ token, user, expires: now + seconds * 1_000 });
      },
    };
  }

  #createKey(body: Body | undefined): Prediction {
    if (body === undefined) return refused(500, "Failed to create API key");
    const { name, userId, expiresAt } = body;
    if (!filled(name)) return refused(400, "name is required");
    if (!filled(userId)) return refused(400, "userId is required");
    const user = this.#users.find(({ id }) => id === userId);
    if (user === undefined) return refused(404, "Target user not found");
    const now = this.#mock.clock.now();
    let expires: number | null = null;
    if (expiresAt) {
      const time = dateOf(expiresAt);
      if (time === undefined) return refused(500, "Failed to create API key");
      if (Number.isNaN(time)) return refused(400, "Invalid expiresAt date");
      if (time <= now) return refused(400, "expiresAt must be in the future");
      expires = time;
    }
    const token = (value: unknown) =>
      like(TOKEN)(value) ?? (this.secrets().includes(String(value)) ? "is not new" : undefined);
    return {
      status: 201,
      body: {
        id: like(ID),
        name: name.trim(),
        userId,
        username: user.username,
        tokenPrefix: like(/^tmx_[0-9a-f]{8}$/),
        createdAt: iso(now),
        expiresAt: isoOrNull(expires),
        token,
      },
      learn: (made) => {
        if (!isJson(made)) return;
        this.#keys.push({
          id: String(made.id),
          name: name.trim(),
          user,
          token: String(made.token),
          created: now,
          expires,
          lastUsed: null,
        });
      },
    };
  }
}

type Body = Readonly<Record<string, unknown>>;

/** JSON or a form, whatever the route; undefined where there is none that the server reads. */
function readBody({ headers, body }: SentRequest): Body | "unreadable" | undefined {
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const isForm = type === "application/x-www-form-urlencoded";
  if (body === undefined || (type !== "application/json" && !isForm)) return undefined;
  if (body.bytes > MAX_BODY_BYTES) return "unreadable";
  const text = body.text ?? body.lossy;
  if (text === "") return undefined;
  if (isForm) return formFields(text);
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Body) : "unreadable";
  } catch {
    return "unreadable";
  }
}

function formFields(text: string): Body {
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const all = form.getAll(name);
      return [name, all.length === 1 ? all[0] : all];
    }),
  );
}

const filled = (value: unknown): value is string => typeof value === "string" && /\S/.test(value);

/** As `new Date(value)` reads it; undefined where it throws. */
function dateOf(value: unknown): number | undefined {
  try {
    return new Date(value as string).getTime();
  } catch {
    return undefined;
  }
}

function lenient(text: string | null, least: number, most: number): number | undefined {
  if (text === null || !/^[0-9]+$/.test(text) || Number(text) < least) return undefined;
  return Math.min(Number(text), most);
}

const refused = (status: number, error: string): Prediction => ({ status, body: { error } });

const impersonation: Prediction = {
  status: 403,
  body: {
    error: "Impersonation is not allowed with API key authentication",
    code: "IMPERSONATION_NOT_ALLOWED",
  },
};

/** A refusal that `Prefer` asked for: the document alone says what it looks like. */
const anyRefusal = (status: number): Prediction => ({
  status,
  body: (value: unknown) => (isJson(value) && filled(value.error) ? undefined : "should be a refusal"),
});

function unknownRoute({ method, pathname }: SentRequest): Prediction {
  const escaped = pathname
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
  const page = (value: unknown) =>
    String(value).includes(`<pre>Cannot ${method} ${escaped}</pre>`)
      ? undefined
      : "should name the method and the path";
  return { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body: page };
}

/** The id that the server chose stays what it was when first seen. */
const userId = (user: User) => (value: unknown) => {
  if (user.id === undefined && like(ID)(value) === undefined) user.id = String(value);
  return user.id === value ? undefined : `should be ${user.id ?? "21 letters or digits"}`;
};

const listedUser = (user: User, toAdmin: boolean) => ({
  userId: userId(user),
  username: user.username,
  is_admin: user.admin,
  is_oidc: false,
  password_hash: user.password === undefined ? null : "set",
  ...(toAdmin && { data_unlocked: true, totp_enabled: false }),
});

const shownMe = (user: User) => ({
  userId: userId(user),
  username: user.username,
  is_admin: user.admin,
  is_oidc: false,
  is_dual_auth: false,
  totp_enabled: false,
  show_donation_modal: false,
});

const listedKey = ({ id, name, user, token, created, expires, lastUsed }: Key) => ({
  id,
  name,
  userId: userId(user),
  username: user.username,
  tokenPrefix: token.slice(0, 12),
  createdAt: iso(created),
  expiresAt: isoOrNull(expires),
  lastUsedAt: isoOrNull(lastUsed),
  isActive: true,
});

const pick = fc.nat({ max: 20 });
const seconds = fc.integer({ min: 1, max: 60 });

/** A GET can be sent no body here, and only a body makes this server fail. */
const NEVER_FAILING = new Set(["listApiKeys", "me", "listUsers"]);

export const model: FuzzedApi<TermixDeed> = {
  name: "termix",
  contract,
  judge: createJudge(document),
  references: ["keyId", "userId", "username", "password", "expiresAt"],
  deeds: fc.oneof(
    fc.record({
      deed: fc.constant("join" as const),
      name: fc.constantFrom("anna", "Ben <b@example.com>"),
      admin: fc.boolean(),
      password: fc.boolean(),
    }),
    fc.record({
      deed: fc.constantFrom("remove user" as const, "end sessions" as const, "unlock" as const),
      pick,
    }),
    fc.record({ deed: fc.constant("rights" as const), pick, admin: fc.boolean() }),
    fc.record({ deed: fc.constantFrom("sign in" as const, "short key" as const), pick, seconds }),
    fc.record({ deed: fc.constant("fail logins" as const), pick, left: fc.nat({ max: 3 }) }),
  ),
  oddHeaders: [
    ["x-admin-target-user", "root"],
    ["x-admin-target-user", ""],
    ["x-electron-app", "true"],
    ["cookie", "jwt="],
    ["cookie", "jwt=nobody"],
  ],
  limited: false,
  unreachable: (operationId, status) => status === 500 && NEVER_FAILING.has(operationId),
  ownServerErrors: ["createApiKey", "deleteApiKey", "createUser", "login", "logout", ""],
  oddRefusals: [500],
  requiresHeaders: true,
  withoutContentType: 500,
  unsupportedMethod: 404,
  answersHead: true,
  tolerates: (operationId, { path: [name = ""] }) =>
    operationId === "listUsers" || name === "expiresAt" || name === "rememberMe",
  async start(_, options = {}) {
    const mock = await createMock({ api: "termix", seed: 1, now: NOW, state: withoutUndefined(fixture()), ...options });
    return { mock, model: new TermixModel(mock) };
  },
};

const withoutUndefined = ({ users, api_keys }: ReturnType<typeof fixture>) => ({
  users: users.map(({ password, ...user }) => ({ ...user, ...(password !== undefined && { password }) })),
  api_keys,
});
