// New Api as its sheet describes it, written without the mock's code: what each request must be answered.
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/new-api.json" with { type: "json" };
import fc from "fast-check";
import { createMock, type Mock } from "../../src/create-mock.js";
import { like } from "../fuzz/compare.js";
import { bodyFaults, Contract, decoded, isJson, type Operation, parameterFaults } from "../fuzz/contract.js";
import { echoed, readJson } from "../fuzz/json-text.js";
import type { FuzzedApi, HeaderPairs, Model, PlainRequest, Prediction, SentRequest } from "../fuzz/model.js";
import { preferred } from "../fuzz/preferred.js";
import { unknownOperation } from "../fuzz/unknown-operation.js";

const NOW = "2026-03-01T12:00:00.250Z";
const MAX_BODY_BYTES = 1_048_576;
const PATH = "/v1/api_keys";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SECRET = /^newapi_[0-9A-Za-z]{32}$/;

/** What happens beside requests: a key is made by other means. */
type NewApiDeed = { readonly deed: "key"; readonly name: string };

interface Key {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly created: number;
  lastUsed: number | null;
}

const contract = new Contract(document);
const bearer = (secret: string): HeaderPairs => [["authorization", `Bearer ${secret}`]];
const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const fixture = () => ({
  api_keys: [0, 1, 2].map((n) => ({
    id: idOf(n),
    name: `Key ${n}`,
    secret: `newapi_${String(n).padStart(32, "0")}`,
    created_at: "2026-02-01T00:00:00.000Z",
  })),
});

class NewApiModel implements Model<NewApiDeed> {
  readonly #mock: Mock<"new-api">;
  readonly #keys: Key[];
  readonly #dead: string[] = [];

  constructor(mock: Mock<"new-api">) {
    this.#mock = mock;
    this.#keys = fixture().api_keys.map(({ created_at, ...key }) => ({
      ...key,
      created: Date.parse(created_at),
      lastUsed: null,
    }));
  }

  known = (): readonly string[] => [...this.#keys.map(({ id }) => id), idOf(99)];

  credentials = () => ({
    live: this.#keys.map(({ secret }) => bearer(secret)),
    dead: this.#dead.map(bearer),
  });

  deadlines = (): number[] => [];

  secrets = (): string[] => [...this.#keys.map(({ secret }) => secret), ...this.#dead];

  perform({ name }: NewApiDeed): void {
    const created = this.#mock.clock.now();
    const { id, key } = this.#mock.keys.create({ name });
    this.#keys.push({ id, name, secret: key, created, lastUsed: null });
  }

  creation = (): PlainRequest => ({ method: "POST", path: PATH, headers: this.credentials().live[0] ?? [] });

  review = (): PlainRequest[] =>
    this.credentials()
      .live.slice(0, 1)
      .map((headers) => ({ method: "GET", path: PATH, headers }));

  predict(request: SentRequest): Prediction {
    const found = contract.find(request.pathname);
    if (found === undefined) return refused(404);
    const operation = found.byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    if (operation === undefined) return methodNotAllowed(found.byMethod);
    const secret = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const key = this.#keys.find((each) => each.secret === secret);
    if (key === undefined) return refused(401, "Invalid API key");
    key.lastUsed = this.#mock.clock.now();
    const onDemand = preferred(contract, operation, request.headers, (status) => refused(status));
    if (onDemand !== undefined) return onDemand;
    return inputRefusal(operation, found.params, request) ?? this.#answer(operation, found.params, request);
  }

  #answer({ operationId }: Operation, params: Readonly<Record<string, string>>, request: SentRequest): Prediction {
    switch (operationId) {
      case "createApiKey":
        return this.#createKey(readJson(request.body?.text)?.value);
      case "listApiKeys": {
        const keys = [...this.#keys].sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1));
        return { status: 200, body: { items: keys.map(shownKey) } };
      }
      case "deleteApiKey": {
        const place = this.#keys.findIndex(({ id }) => id === decoded(params.id ?? ""));
        if (place < 0) return refused(404, "No such API key");
        this.#dead.push(...this.#keys.splice(place, 1).map(({ secret }) => secret));
        return { status: 204, body: undefined, headers: { "content-type": null } };
      }
      default:
        return unknownOperation("new-api", operationId);
    }
  }

  #createKey(body: unknown): Prediction {
    const name = echoed(isJson(body) ? body.name : undefined);
    const created = this.#mock.clock.now();
    return {
      status: 201,
      body: {
        id: like(UUID),
        name,
        created_at: iso(created),
        last_used_at: null,
        key: (value: unknown) =>
          like(SECRET)(value) ?? (this.secrets().includes(String(value)) ? "is not new" : undefined),
      },
      learn: (answer) => {
        const { id, key } = Object(answer);
        this.#keys.push({ id: String(id), name: String(name), secret: String(key), created, lastUsed: null });
      },
    };
  }
}

const shownKey = ({ id, name, created, lastUsed }: Key) => ({
  id,
  name,
  created_at: iso(created),
  last_used_at: iso(lastUsed),
});

const refused = (status: number, message: unknown = like(/^\S.*\S$/s)): Prediction => ({
  status,
  body: { error: { code: like(/^[a-z_]+$/), message } },
});

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): Prediction {
  const allow = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : [])].sort().join(", ");
  return { ...refused(405), headers: { allow } };
}

/** 415, 413, 400 and 422, in this order. */
function inputRefusal(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  request: SentRequest,
): Prediction | undefined {
  const faults = parameterFaults(operation, params, request.query);
  if (operation.bodies.size > 0) {
    const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!operation.bodies.has(type)) return refused(415);
    if ((request.body?.bytes ?? 0) > MAX_BODY_BYTES) return refused(413);
    const json = readJson(request.body?.text);
    if (json === undefined) return refused(400);
    faults.push(...bodyFaults(operation, type, json.value));
  }
  if (faults.some(({ kind }) => kind === "missing")) return refused(400);
  return faults.length === 0 ? undefined : refused(422);
}

export const model: FuzzedApi<NewApiDeed> = {
  name: "new-api",
  contract,
  judge: createJudge(document),
  references: ["id"],
  deeds: fc.record({ deed: fc.constant("key" as const), name: fc.string({ minLength: 1, maxLength: 20 }) }),
  oddHeaders: [],
  limited: false,
  unreachable: (_, status) => status >= 500,
  ownServerErrors: [],
  oddRefusals: [],
  requiresHeaders: true,
  withoutContentType: 415,
  unsupportedMethod: 405,
  answersHead: true,
  tolerates: () => false,
  async start(_, options = {}) {
    const mock = await createMock({ api: "new-api", seed: 1, now: NOW, state: fixture(), ...options });
    return { mock, model: new NewApiModel(mock) };
  },
};
