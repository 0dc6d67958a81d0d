// The checks that Schemathesis names, each a test of that name, over requests drawn from the document.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyFaults, isJson, type Operation, parameterFaults } from "../fuzz/contract.js";
import { runSeed } from "../fuzz/fuzz.js";
import type { FuzzedApi, Model, SentRequest } from "../fuzz/model.js";
import type { RequestPlan } from "../fuzz/plan.js";
import { runSequence, sendAndCompare, Tally } from "../fuzz/run.js";
import { doubtfulRequests, sequences, workingRequests } from "../fuzz/steps.js";
import { refuseUnknownOperations } from "../fuzz/unknown-operation.js";
import { type WireRequest, wire, wireRequest } from "../fuzz/wire.js";

const SEQUENCES = 40;
const PER_OPERATION = 40;
/** Few of the doubtful requests are refused where a document asks for little. */
const MOST_DRAWN = 2_000;
const seed = runSeed();

interface Seen {
  readonly operation: Operation | undefined;
  readonly sent: SentRequest;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Whoever waits so long waits for ever; a busy machine does not. */
const PATIENT = { timeout: 60_000 };

/** Holds one API to the checks that Schemathesis names. */
export function schemathesisChecks(api: FuzzedApi<unknown>): void {
  describe(`${api.name} (seed ${seed})`, PATIENT, () => {
    const seen: Seen[] = [];

    beforeAll(() => refuseUnknownOperations(api));

    beforeAll(async () => {
      const drawn = fc.sample(sequences(api, 60), { seed, numRuns: SEQUENCES });
      for (const rateLimit of [false, { limit: 5, window: "30s" }] as const) {
        for (const sequence of drawn) {
          // That all is as the model says is for the fuzz to show; here each answer is looked at for itself.
          await runSequence(api, sequence, new Tally(), {
            rateLimit,
            tamper: async (answer, { sent }) => {
              seen.push(await looked(api, sent, answer.clone()));
              return answer;
            },
          }).catch(() => undefined);
        }
      }
      expect(seen.length).toBeGreaterThan(SEQUENCES * 20);
    }, PATIENT.timeout);

    const declared = ({ operation, status }: Seen): Readonly<Record<string, unknown>> | undefined =>
      operation === undefined ? api.contract.unrouted(status) : api.contract.response(operation.operationId, status);

    /** Answers that the document has to describe; the mock's own answers to `Prefer` it need not. */
    const described = (): Seen[] =>
      seen.filter(({ operation, sent, status }) => {
        const wanted = /^code=(\d+)/.exec(sent.headers.get("prefer") ?? "")?.[1];
        return wanted === undefined || operation?.statuses.includes(Number(wanted)) === true || status !== 400;
      });

    test("not_a_server_error", () => {
      const errors = seen.filter(({ status, headers }) => status >= 500 && !headers.has("preference-applied"));
      expect(errors.filter(({ operation }) => !api.ownServerErrors.includes(operation?.operationId ?? ""))).toEqual([]);
    });

    test("status_code_conformance", () => {
      expect(described().filter((one) => declared(one) === undefined)).toEqual([]);
    });

    test("content_type_conformance", () => {
      const wrong = described().filter((one) => {
        const types = Object.keys(at(declared(one), "content"));
        const type = one.headers.get("content-type")?.split(";", 1)[0];
        return types.length === 0 ? type !== undefined : type === undefined || !types.includes(type);
      });
      expect(wrong).toEqual([]);
    });

    test("response_headers_conformance", () => {
      let required = 0;
      for (const one of described()) {
        for (const [name, header] of Object.entries(at(declared(one), "headers"))) {
          if (!isJson(header) || header.required !== true) continue;
          required += 1;
          expect(one.headers.get(name), `${name} of ${one.operation?.operationId} ${one.status}`).toMatch(/\S/);
          if (at(header, "schema").type === "integer") expect(one.headers.get(name)).toMatch(/^\d+$/);
        }
      }
      expect(required > 0).toBe(api.requiresHeaders);
    });

    test("response_schema_conformance", () => {
      const problems = described().flatMap(({ sent, status, headers, body }) => {
        const path = api.contract.canonical(sent.pathname);
        const answer = { method: sent.method, path, status, headers, body };
        return api.judge.response(answer).problems;
      });
      expect(problems).toEqual([]);
    });

    describe.each(api.contract.operations.map((operation) => ({ id: operation.operationId, operation })))(
      "$id",
      ({ operation }) => {
        const drawn = (requests: fc.Arbitrary<RequestPlan>): RequestPlan[] =>
          fc.sample(requests, { seed, numRuns: PER_OPERATION });

        test("positive_data_acceptance", async () => {
          for (const plan of drawn(workingRequests(api, operation))) {
            const { status } = await alone(api, (model, baseUrl) => wireRequest(api.contract, plan, model, baseUrl));
            expect(Math.floor(status / 100), JSON.stringify(plan)).toBe(2);
          }
        });

        if (refusable(api, operation))
          test("negative_data_rejection", async () => {
            let refused = 0;
            for (const plan of fc.sample(doubtfulRequests(api, operation), { seed, numRuns: MOST_DRAWN })) {
              if (refused === PER_OPERATION / 2) break;
              const { mock, model } = await api.start(false);
              const request = wireRequest(api.contract, plan, model, mock.baseUrl);
              if (!refusedByDocument(api, operation, request.sent)) continue;
              refused += 1;
              const before = await review(api, mock, model);
              const { status } = await sendAndCompare(api, mock, model, request, new Tally());
              expect([400, 401, 404, 413, 415, 422, ...api.oddRefusals], JSON.stringify(plan)).toContain(status);
              expect(await review(api, mock, model)).toEqual(before);
            }
            expect(refused).toBe(PER_OPERATION / 2);
          });

        if (operation.schemes.length > 0)
          test("ignored_auth", async () => {
            const [plan] = drawn(workingRequests(api, operation));
            if (plan === undefined) throw new Error(`No call of ${operation.operationId} was drawn.`);
            const { mock, model } = await api.start(false);
            const before = await review(api, mock, model);
            const whole = wireRequest(api.contract, plan, model, mock.baseUrl);
            const live = model.credentials(operation).live[0] ?? [];
            const spoilt = (change: (value: string) => string | undefined): WireRequest => {
              const headers = new Headers(whole.init.headers);
              for (const [name, value] of live) {
                const changed = change(value);
                if (changed === undefined) headers.delete(name);
                else headers.set(name, changed);
              }
              return wire(whole.sent.method, new URL(whole.url), headers, whole.sent.body?.text);
            };
            for (const change of [
              () => undefined,
              () => "",
              (value: string) => `${value}0`,
              (value: string) => value.slice(0, -1),
            ]) {
              const { status, headers } = await sendAndCompare(api, mock, model, spoilt(change), new Tally());
              expect(status).toBe(401);
              expect(headers.get("content-type")).toMatch(/json/);
            }
            expect(await review(api, mock, model)).toEqual(before);
            expect((await sendAndCompare(api, mock, model, whole, new Tally())).status).toBeLessThan(300);
          });

        if (requiredHeaders(api, operation).length > 0)
          test("missing_required_header", async () => {
            const [plan] = drawn(workingRequests(api, operation));
            if (plan === undefined) throw new Error(`No call of ${operation.operationId} was drawn.`);
            for (const name of requiredHeaders(api, operation)) {
              const { mock, model } = await api.start(false);
              const whole = wireRequest(api.contract, plan, model, mock.baseUrl);
              const headers = new Headers(whole.init.headers);
              headers.delete(name);
              const body = whole.sent.body?.text;
              const without = wire(whole.sent.method, new URL(whole.url), headers, body, name === "content-type");
              const { status } = await sendAndCompare(api, mock, model, without, new Tally());
              expect(status, `without ${name}`).toBe(name === "content-type" ? api.withoutContentType : 401);
            }
          });
      },
    );

    test("unsupported_method", async () => {
      const { mock, model } = await api.start(false);
      let tried = 0;
      for (const [template, byMethod] of api.contract.paths()) {
        for (const method of ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "QUERY"]) {
          if (byMethod.has(method === "HEAD" ? "GET" : method)) continue;
          tried += 1;
          const path = template.replace(/\{[^}]+\}/g, "00000000-0000-4000-8000-000000000000");
          const headers = new Headers(
            (model.credentials().live[0] ?? []).map(([name, value]): [string, string] => [name, value]),
          );
          const request = wire(method, new URL(`${mock.baseUrl}${path}`), headers);
          const answer = await sendAndCompare(api, mock, model, request, new Tally());
          expect(answer.status, `${method} ${path}`).toBe(api.unsupportedMethod);
          if (answer.status !== 405) continue;
          const allowed = [...byMethod.keys(), ...(byMethod.has("GET") && api.answersHead ? ["HEAD"] : [])].sort();
          expect(answer.headers.get("allow")?.split(", ")).toEqual(allowed);
        }
      }
      expect(tried).toBeGreaterThan(api.contract.operations.length);
    });
  });
}

async function looked<Deed>(api: FuzzedApi<Deed>, sent: SentRequest, answer: Response): Promise<Seen> {
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.includes("json") === true;
  const method = sent.method === "HEAD" ? "GET" : sent.method;
  return {
    operation: api.contract.find(sent.pathname)?.byMethod.get(method),
    sent,
    status: answer.status,
    headers: answer.headers,
    body: text === "" ? undefined : json ? JSON.parse(text) : text,
  };
}

/** One request to a new mock. */
async function alone<Deed>(
  api: FuzzedApi<Deed>,
  request: (model: Model<Deed>, baseUrl: string) => WireRequest,
): Promise<{ readonly status: number }> {
  const { mock, model } = await api.start(false);
  return sendAndCompare(api, mock, model, request(model, mock.baseUrl), new Tally());
}

/** Everything the API shows, as it is now. */
async function review<Deed>(
  api: FuzzedApi<Deed>,
  mock: Awaited<ReturnType<FuzzedApi<Deed>["start"]>>["mock"],
  model: Model<Deed>,
): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (const round of [0, 1]) {
    for (const { method, path, headers, body } of model.review()) {
      const given = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
      const answer = await sendAndCompare(
        api,
        mock,
        model,
        wire(method, new URL(`${mock.baseUrl}${path}`), given, body),
        new Tally(),
      );
      // The first round stamps what a look stamps.
      if (round === 1) shown.push(answer.body);
    }
  }
  return shown;
}

/** Whether there is input that the document refuses: anything but open text. */
const refusable = <Deed>(api: FuzzedApi<Deed>, { operationId, bodies, parameters }: Operation): boolean =>
  bodies.size > 0 ||
  parameters.some(({ name, in: where, integer, schema }) => {
    if (where === "header" || !(integer || "enum" in schema || "pattern" in schema)) return false;
    return !api.tolerates(operationId, { kind: "invalid", in: where, path: [name] });
  });

function refusedByDocument<Deed>(api: FuzzedApi<Deed>, operation: Operation, sent: SentRequest): boolean {
  const params = api.contract.find(sent.pathname)?.params ?? {};
  if (api.contract.find(sent.pathname)?.byMethod.get(sent.method) !== operation) return false;
  const faults = parameterFaults(operation, params, sent.query);
  const refused = () => faults.some((fault) => !api.tolerates(operation.operationId, fault));
  if (refused()) return true;
  const [type = ""] = (sent.headers.get("content-type") ?? "").split(";");
  if (operation.bodies.size === 0) return false;
  if (type !== "application/json") return false;
  // How deep JSON may be, and whether bytes that are no UTF-8 are read somehow, no document says.
  const { text } = sent.body ?? { text: "" };
  if (text === undefined) return false;
  try {
    faults.push(...bodyFaults(operation, type, JSON.parse(text)));
  } catch {
    return true;
  }
  return refused();
}

/** Headers without which a call cannot work: the credential's, the body's type, and those the document requires. */
function requiredHeaders<Deed>(
  { withoutContentType, credentialHeader = "authorization" }: FuzzedApi<Deed>,
  { schemes, bodies, parameters }: Operation,
): string[] {
  return [
    ...(schemes.length > 0 ? [credentialHeader] : []),
    ...(bodies.size > 0 && withoutContentType !== undefined ? ["content-type"] : []),
    ...parameters
      .filter(({ in: where, required }) => where === "header" && required)
      .map(({ name }) => name.toLowerCase()),
  ];
}

function at(node: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner = isJson(node) ? node[key] : undefined;
  return isJson(inner) ? inner : {};
}
