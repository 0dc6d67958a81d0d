// The fuzz itself put to the test: a server that is wrong on purpose must be caught, with a seed and a short sequence.
import { beforeAll, describe, expect, test } from "vitest";
import { isJson } from "./contract.js";
import { FuzzFailure, fuzz } from "./fuzz.js";
import type { FuzzedApi } from "./model.js";
import type { Tamper } from "./run.js";
import { refuseUnknownOperations } from "./unknown-operation.js";

const SEED = 20_260_301;
const REQUESTS = 4_000;

const again = async (answer: Response, change: (body: unknown) => unknown): Promise<Response> => {
  const text = await answer.text();
  const body = text === "" ? null : JSON.stringify(change(JSON.parse(text)));
  return new Response(body, { status: answer.status, headers: answer.headers });
};

const isList = (body: unknown): body is Readonly<Record<string, unknown>> =>
  isJson(body) && Object.values(body).some(Array.isArray);

/** One more or one letter more, somewhere in a body. */
function nudged(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return `${value}x`;
  if (Array.isArray(value)) return value.length === 0 ? value : [nudged(value[0]), ...value.slice(1)];
  if (!isJson(value)) return value;
  const [first] = Object.entries(value);
  return first === undefined ? value : { ...value, [first[0]]: nudged(first[1]) };
}

const onJson =
  (applies: (answer: Response) => boolean, change: (body: unknown) => unknown): Tamper =>
  (answer) =>
    applies(answer) && answer.headers.get("content-type") === "application/json" ? again(answer, change) : answer;

interface Wrong {
  readonly what: string;
  readonly tamper: Tamper;
  readonly patience?: number;
}

const wrongValue: Wrong = { what: "one value of a 2xx body is wrong", tamper: onJson(({ ok }) => ok, nudged) };

const WRONGS: readonly Wrong[] = [
  wrongValue,
  {
    what: "a 2xx body has a field more",
    tamper: onJson(
      ({ ok }) => ok,
      (body) => (isJson(body) ? { ...body, extra: 1 } : body),
    ),
  },
  {
    what: "a list leaves its last item out",
    tamper: onJson(
      ({ ok }) => ok,
      (body) => (isList(body) ? shortened(body) : body),
    ),
  },
  { what: "a 401 is a 403", tamper: (answer) => (answer.status === 401 ? withStatus(answer, 403) : answer) },
  { what: "a success is a 500", tamper: (answer) => (answer.ok ? withStatus(answer, 500) : answer) },
  { what: "a status is declared by nobody", tamper: (answer) => (answer.ok ? withStatus(answer, 299) : answer) },
  {
    what: "the content type is another",
    tamper: (answer) => {
      const headers = { ...Object.fromEntries(answer.headers), "content-type": "text/json" };
      return answer.status === 204 ? answer : new Response(answer.body, { status: answer.status, headers });
    },
  },
  { what: "an answer never comes", tamper: () => new Promise(() => undefined), patience: 50 },
];

const withStatus = ({ body, headers }: Response, status: number): Response => new Response(body, { status, headers });

const shortened = (body: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, -1) : value]),
  );

async function failureOf(run: Promise<unknown>): Promise<FuzzFailure> {
  const error: unknown = await run.then(
    () => new Error("The fuzz found nothing wrong."),
    (reason) => reason,
  );
  if (error instanceof FuzzFailure) return error;
  throw error;
}

/** Whoever waits so long waits for ever; a busy machine does not. */
const PATIENT = { timeout: 60_000 };

/** Shows that the fuzz of one API finds what a broken server does. */
export function brokenServerSuite(api: FuzzedApi<unknown>): void {
  describe(`a broken ${api.name} is caught`, PATIENT, () => {
    beforeAll(() => refuseUnknownOperations(api));

    test.each(WRONGS)("where $what", async ({ tamper, patience = 20_000 }) => {
      const failure = await failureOf(fuzz(api, { seed: SEED, requests: REQUESTS, tamper, patience }));
      expect(failure.message).toContain(`FC_SEED=${failure.seed} `);
      expect(failure.message).toContain("Counterexample:");
      expect(failure.sequence.length).toBeLessThanOrEqual(3);
    });

    test("and one that is not broken passes", async () => {
      const tally = await fuzz(api, { seed: SEED, requests: REQUESTS, tamper: (answer) => answer });
      expect(tally.sent).toBeGreaterThanOrEqual(REQUESTS);
    });

    test("by the seed that it printed, again, with the same sequence", async () => {
      const { tamper } = wrongValue;
      const first = await failureOf(fuzz(api, { seed: SEED, requests: REQUESTS, tamper }));
      const second = await failureOf(fuzz(api, { seed: first.seed, requests: REQUESTS, tamper }));
      expect(second.sequence).toEqual(first.sequence);
    });
  });
}
