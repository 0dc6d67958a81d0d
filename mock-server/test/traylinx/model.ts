// Traylinx as its sheet describes it: key pairs that belong to one project, people who manage them, and neither's credential opening the other's.
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/traylinx.json" with { type: "json" };
import fc from "fast-check";
import { createMock, type Mock } from "../../src/create-mock.js";
import { like } from "../fuzz/compare.js";
import { bodyFaults, Contract, decoded, isJson, type Operation, parameterFaults } from "../fuzz/contract.js";
import { sameSecret } from "../fuzz/json-text.js";
import type { FuzzedApi, HeaderPairs, Model, PlainRequest, Prediction, SentRequest } from "../fuzz/model.js";
import { preferred } from "../fuzz/preferred.js";
import { unknownOperation } from "../fuzz/unknown-operation.js";

const NOW = "2026-03-01T12:00:00.250Z";
const MAX_BODY_BYTES = 1_048_576;
const TOKEN_SECONDS = 3_600;
const LONG_SECONDS = 100_000_000;
const PUBLIC_KEY = /^pk-lf-[0-9a-f-]{36}$/;
const SECRET_KEY = /^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;
const MANAGEMENT = "/ma-metrics-wsp-ms/v1/api";
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  422: "Unprocessable Entity",
};

type TraylinxDeed =
  | { readonly deed: "token"; readonly pick: number; readonly seconds: number }
  | { readonly deed: "short key"; readonly pick: number; readonly seconds: number }
  | { readonly deed: "join" };

interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string | undefined;
}

interface Key {
  readonly id: string;
  readonly note: string | null;
  readonly publicKey: string;
  readonly secret: string;
  readonly created: number;
  readonly expires: number | null;
  lastUsed: number | null;
}

interface Project {
  readonly id: string;
  readonly models: readonly string[];
  readonly keys: Key[];
}

interface Organization {
  readonly id: string;
  readonly members: readonly string[] | undefined;
  readonly projects: readonly Project[];
}

interface Token {
  readonly secret: string;
  readonly person: Person;
  readonly expires: number;
}

const secretOf = (n: number): string => `sk-lf-00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const publicOf = (n: number): string => `pk-lf-00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

const keysOf = (from: number) =>
  [0, 1, 2].map((i) => ({
    id: `key-${from + i}`,
    note: i === 0 ? null : `Note ${i}`,
    public_key: publicOf(from + i),
    secret_key: secretOf(from + i),
    created_at: "2026-02-01T00:00:00.000Z",
    expires_at: i === 2 ? "2026-03-01T12:00:30.000Z" : null,
  }));

const ALL_MODELS = ["openai/gpt-oss-120b", "openai/gpt-oss-20b"];

/** What the mock starts with, and the model too: a project of one, a project of another, and one of everybody. */
const fixture = () => ({
  people: [
    { id: "person-0", email: "ann@example.com", password: "the password of ann" },
    { id: "person-1", email: "bob@example.com", password: "the password of bob" },
  ],
  organizations: [
    {
      id: "org-0",
      name: "Of Ann",
      members: ["ann@example.com"],
      projects: [{ id: "project-0", name: "Main", models: ALL_MODELS, api_keys: keysOf(0) }],
    },
    {
      id: "org-1",
      name: "Of Bob",
      members: ["bob@example.com"],
      projects: [{ id: "project-1", name: "Main", models: ["openai/gpt-oss-20b"], api_keys: keysOf(10) }],
    },
    {
      id: "org-2",
      name: "Of all",
      projects: [{ id: "project-2", name: "Shared", models: ALL_MODELS, api_keys: keysOf(20) }],
    },
  ],
});

const contract = new Contract(document);

class TraylinxModel implements Model<TraylinxDeed> {
  readonly #mock: Mock<"traylinx">;
  readonly #people: Person[] = fixture().people;
  readonly #organizations: readonly Organization[];
  readonly #tokens: Token[] = [];
  readonly #refreshTokens: string[] = [];
  readonly #deadSecrets: string[] = [];

  constructor(mock: Mock<"traylinx">) {
    this.#mock = mock;
    this.#organizations = fixture().organizations.map(({ id, members, projects }) => ({
      id,
      members,
      projects: projects.map((project) => ({
        id: project.id,
        models: project.models,
        keys: project.api_keys.map(({ id: keyId, note, public_key, secret_key, created_at, expires_at }) => ({
          id: keyId,
          note,
          publicKey: public_key,
          secret: secret_key,
          created: Date.parse(created_at),
          expires: expires_at === null ? null : Date.parse(expires_at),
          lastUsed: null,
        })),
      })),
    }));
    for (const person of this.#people) this.#giveToken(person, LONG_SECONDS);
  }

  #giveToken(person: Person, seconds: number): void {
    const secret = this.#mock.tokens.create({ email: person.email, expiresIn: seconds * 1_000 });
    this.#tokens.push({ secret, person, expires: this.#mock.clock.now() + seconds * 1_000 });
  }

  #projects(): Project[] {
    return this.#organizations.flatMap(({ projects }) => projects);
  }

  known(_: string, name: string): readonly string[] {
    switch (name) {
      case "organizationId":
        return [...this.#organizations.map(({ id }) => id), "org-9"];
      case "projectId":
        return [...this.#projects().map(({ id }) => id), "project-9"];
      case "id":
        return [...this.#projects().flatMap(({ keys }) => keys.map(({ id }) => id)), "key-9"];
      case "username":
        return this.#people.map(({ email }) => email);
      case "password":
        return [...this.#people.map(({ password }) => password ?? ""), "wrong"];
      default:
        return [
          "2099-12-31",
          "2027-01-01T00:00:00+02:00",
          "2027-01-01T00:00",
          "2026-03-01",
          "2027-02-30",
          "2027-01-01T24:00Z",
        ];
    }
  }

  credentials(operation?: Operation) {
    const now = this.#mock.clock.now();
    const works = ({ expires }: Key | Token) => expires === null || expires > now;
    const bearer = ({ secret }: { readonly secret: string }): HeaderPairs => [["authorization", `Bearer ${secret}`]];
    const keys = this.#projects().flatMap((project) => project.keys);
    const liveKeys = keys.filter(works).map(bearer);
    const liveTokens = this.#tokens.filter(works).map(bearer);
    const live =
      operation?.schemes.includes("projectKey") === true
        ? [...liveKeys, ...liveTokens.slice(0, 2)]
        : [...liveTokens, ...liveTokens, ...liveKeys.slice(0, 1)];
    const dead = [...keys, ...this.#tokens].filter((one) => !works(one));
    return { live, dead: [...dead, ...this.#deadSecrets.map((secret) => ({ secret }))].map(bearer) };
  }

  deadlines(): number[] {
    const keys = this.#projects().flatMap((project) => project.keys);
    return [...keys, ...this.#tokens].flatMap(({ expires }) => expires ?? []);
  }

  secrets(): string[] {
    return [
      ...this.#projects().flatMap(({ keys }) => keys.map(({ secret }) => secret)),
      ...this.#tokens.map(({ secret }) => secret),
      ...this.#refreshTokens,
      ...this.#deadSecrets,
      ...fixture().people.map(({ password }) => password),
    ];
  }

  perform(deed: TraylinxDeed): void {
    if (deed.deed === "join") {
      const email = `person${this.#people.length}@example.com`;
      const { id } = this.#mock.people.create({ email });
      this.#people.push({ id, email, password: undefined });
      return;
    }
    if (deed.deed === "token") {
      const person = this.#people[deed.pick % this.#people.length];
      if (person !== undefined) this.#giveToken(person, deed.seconds);
      return;
    }
    const organization = this.#organizations[deed.pick % this.#organizations.length];
    const project = organization?.projects[0];
    if (organization === undefined || project === undefined) return;
    const created = this.#mock.clock.now();
    const { id, publicKey, secretKey } = this.#mock.projects.createKey({
      note: "Short",
      organizationId: organization.id,
      projectId: project.id,
      expiresIn: deed.seconds * 1_000,
    });
    const expires = created + deed.seconds * 1_000;
    project.keys.push({ id, note: "Short", publicKey, secret: secretKey, created, expires, lastUsed: null });
  }

  #tokenOf(email: string): HeaderPairs {
    const token = this.#tokens.find(({ person }) => person.email === email);
    return token === undefined ? [] : [["authorization", `Bearer ${token.secret}`]];
  }

  creation(): PlainRequest {
    const path = `${MANAGEMENT}/organizations/org-0/projects/project-0/api_keys`;
    return { method: "POST", path, headers: this.#tokenOf("ann@example.com") };
  }

  review(): PlainRequest[] {
    return this.#organizations.flatMap(({ id, members, projects }) =>
      projects.map((project) => ({
        method: "GET",
        path: `${MANAGEMENT}/organizations/${id}/projects/${project.id}/api_keys`,
        headers: this.#tokenOf(members?.[0] ?? "ann@example.com"),
      })),
    );
  }

  predict(request: SentRequest): Prediction {
    const found = contract.find(request.pathname);
    if (found === undefined) return refused(404);
    const operation = found.byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    if (operation === undefined) return methodNotAllowed(found.byMethod);
    const secret = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const now = this.#mock.clock.now();
    const project = this.#projects().find(({ keys }) => keys.some((key) => key.secret === secret));
    const key = project?.keys.find((one) => one.secret === secret);
    const person = this.#tokens.find((token) => token.secret === secret && token.expires > now)?.person;
    if (operation.schemes.includes("projectKey")) {
      if (key === undefined || (key.expires !== null && key.expires <= now)) return refused(401, "Invalid API key");
      key.lastUsed = now;
    } else if (operation.schemes.length > 0 && person === undefined) return refused(401, "Invalid access token");
    const onDemand = preferred(contract, operation, request.headers, (status) => anyRefusal(status));
    if (onDemand !== undefined) return onDemand;
    const body = operation.bodies.size === 0 ? undefined : readBody(request);
    if (body === "unreadable") return refused(400, "The body must be JSON");
    const faults = [
      ...parameterFaults(operation, found.params, request.query),
      ...(body === undefined ? [] : bodyFaults(operation, "application/json", body.value)),
    ];
    if (faults.length > 0) return anyRefusal(422);
    return this.#answer(operation, found.params, body?.value, person, project);
  }

  #answer(
    { operationId }: Operation,
    params: Readonly<Record<string, string>>,
    body: unknown,
    person: Person | undefined,
    ownProject: Project | undefined,
  ): Prediction {
    if (operationId === "listModels") {
      const data = (ownProject?.models ?? []).map((id) => ({
        id,
        object: "model",
        created: (value: unknown) => (Number.isInteger(value) ? undefined : "should be a time in seconds"),
        owned_by: id.split("/")[0],
      }));
      return { status: 200, body: { object: "list", data } };
    }
    if (operationId === "login") return this.#login(at(body, "username"), at(body, "password"));
    const project = this.#projectFor(person, decoded(params.organizationId ?? ""), decoded(params.projectId ?? ""));
    switch (operationId) {
      case "listApiKeys": {
        if (project === undefined) return refused(404, "Project not found");
        const keys = [...project.keys].sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1));
        return { status: 200, body: { data: keys.map(shownKey) } };
      }
      case "createApiKey":
        if (project === undefined) return refused(404, "Project not found");
        return this.#createKey(project, at(at(body, "data"), "attributes"));
      case "deleteApiKey": {
        const id = decoded(params.id ?? "");
        const place = project?.keys.findIndex((key) => key.id === id) ?? -1;
        if (place < 0) return refused(404, "API key not found");
        this.#deadSecrets.push(...(project?.keys.splice(place, 1) ?? []).map(({ secret }) => secret));
        return { status: 204, body: undefined, headers: { "content-type": null } };
      }
      default:
        return unknownOperation("traylinx", operationId);
    }
  }

  /** What is not theirs looks like nothing. */
  #projectFor(person: Person | undefined, organizationId: string, projectId: string): Project | undefined {
    const organization = this.#organizations.find(({ id }) => id === organizationId);
    if (person === undefined || organization?.members?.includes(person.email) === false) return undefined;
    return organization?.projects.find(({ id }) => id === projectId);
  }

  #createKey(project: Project, attributes: unknown): Prediction {
    const note = text(at(attributes, "note"));
    const expiresAt = text(at(attributes, "expiresAt"));
    const created = this.#mock.clock.now();
    const expires = expiresAt === null ? null : timeOf(expiresAt);
    if (expires !== null && !(expires > created)) {
      return refused(422, "expiresAt must be an ISO 8601 date in the future");
    }
    const secretKey = (value: unknown) =>
      like(SECRET_KEY)(value) ?? (this.secrets().includes(String(value)) ? "is not new" : undefined);
    return {
      status: 201,
      body: {
        data: {
          id: like(/^\S+$/),
          attributes: {
            publicKey: like(PUBLIC_KEY),
            displaySecretKey: like(/^sk-lf-\.\.\.[0-9a-f]{4}$/),
            note,
            createdAt: iso(created),
            expiresAt: iso(expires),
            lastUsedAt: null,
          },
        },
        meta: { secretKey },
      },
      learn: (body) => {
        const data = at(body, "data");
        const id = String(at(data, "id"));
        const publicKey = String(at(at(data, "attributes"), "publicKey"));
        const secret = String(at(at(body, "meta"), "secretKey"));
        project.keys.push({ id, note, publicKey, secret, created, expires, lastUsed: null });
      },
    };
  }

  #login(username: unknown, password: unknown): Prediction {
    const person = this.#people.find(({ email }) => email === username);
    if (person === undefined || !sameSecret(person.password, password))
      return refused(401, "Invalid username or password");
    const expires = this.#mock.clock.now() + TOKEN_SECONDS * 1_000;
    return {
      status: 200,
      body: {
        data: {
          id: person.id,
          type: "session",
          attributes: {
            accessToken: like(TOKEN),
            refreshToken: like(/^[\w-]{43}$/),
            email: person.email,
            firstName: null,
            lastName: null,
          },
        },
      },
      learn: (body) => {
        const attributes = at(at(body, "data"), "attributes");
        this.#tokens.push({ secret: String(at(attributes, "accessToken")), person, expires });
        this.#refreshTokens.push(String(at(attributes, "refreshToken")));
      },
    };
  }
}

const at = (value: unknown, key: string): unknown =>
  isJson(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A missing offset means UTC; NaN where no calendar has the day. */
function timeOf(given: string): number {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(given) ?? [];
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return Number.NaN;
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(given.slice("2026-12-31".length));
  return Date.parse(given.includes("T") && !hasOffset ? `${given}Z` : given);
}

/** A type that is not named counts as JSON. */
function readBody({ headers, body }: SentRequest): { readonly value: unknown } | "unreadable" {
  if ((body?.bytes ?? 0) > MAX_BODY_BYTES || body?.text === undefined || body.text === "") return "unreadable";
  const type = (headers.get("content-type") ?? "application/json").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return "unreadable";
  try {
    return { value: JSON.parse(body.text) };
  } catch {
    return "unreadable";
  }
}

const refused = (status: number, detail: unknown = like(/^\S.*$/s)): Prediction => ({
  status,
  body: { errors: [{ status: String(status), title: TITLES[status], detail }] },
});

/** One item for each problem, however many there are. */
const anyRefusal = (status: number): Prediction => ({
  status,
  body: (value: unknown) => {
    const items = isJson(value) && Array.isArray(value.errors) ? value.errors : [];
    const right = items.every((item) => at(item, "status") === String(status) && /\S/.test(String(at(item, "detail"))));
    return items.length > 0 && right ? undefined : `should list problems of status ${status}`;
  },
});

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): Prediction {
  const allow = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : [])].sort().join(", ");
  return { ...refused(405), headers: { allow } };
}

const shownKey = ({ id, note, publicKey, secret, created, expires, lastUsed }: Key) => ({
  id,
  attributes: {
    publicKey,
    displaySecretKey: `sk-lf-...${secret.slice(-4)}`,
    note,
    createdAt: iso(created),
    expiresAt: iso(expires),
    lastUsedAt: iso(lastUsed),
  },
});

const pick = fc.nat({ max: 20 });
const seconds = fc.integer({ min: 1, max: 60 });

export const model: FuzzedApi<TraylinxDeed> = {
  name: "traylinx",
  contract,
  judge: createJudge(document),
  references: ["organizationId", "projectId", "id", "username", "password", "expiresAt"],
  deeds: fc.oneof(
    fc.record({ deed: fc.constant("token" as const), pick, seconds }),
    fc.record({ deed: fc.constant("short key" as const), pick, seconds }),
    fc.constant({ deed: "join" as const }),
  ),
  oddHeaders: [
    ["api-key", "an application"],
    ["authorization", `Bearer ${publicOf(0)}`],
  ],
  limited: false,
  // Which of the two observed statuses a delete has is an option of the mock.
  unreachable: (operationId, status) => status === 500 || (operationId === "deleteApiKey" && status === 200),
  ownServerErrors: [],
  oddRefusals: [],
  requiresHeaders: true,
  withoutContentType: undefined,
  unsupportedMethod: 405,
  answersHead: true,
  tolerates: () => false,
  async start(_, options = {}) {
    const mock = await createMock({ api: "traylinx", seed: 1, now: NOW, state: fixture(), ...options });
    return { mock, model: new TraylinxModel(mock) };
  },
};
