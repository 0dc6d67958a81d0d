// A sequence of steps against a new mock, every answer held against the model, the judge and what is never allowed.
import { differences, shown } from "./compare.js";
import type { CoreMock, RateLimitRule } from "./mock-under-test.js";
import type { FuzzedApi, Model, PlainRequest, Prediction } from "./model.js";
import type { DeadlinePlan, Step } from "./plan.js";
import { type WireRequest, wire, wireRequest } from "./wire.js";

const PREFERRED = " by Prefer";

/** What was met, so that a run which met too little fails. */
export class Tally {
  sent = 0;
  readonly #answers = new Map<string, number>();

  /** What a `Prefer` header asked for is counted apart: it says nothing about the API. */
  add(operationId: string | undefined, status: number, preferred: boolean): void {
    this.sent += 1;
    const name = `${operationId ?? "no operation"}${preferred ? PREFERRED : ""} ${status}`;
    this.#answers.set(name, (this.#answers.get(name) ?? 0) + 1);
  }

  count(operationId: string, status: number): number {
    return this.#answers.get(`${operationId} ${status}`) ?? 0;
  }

  ofStatus(status: number): number {
    let count = 0;
    for (const [name, times] of this.#answers) {
      if (name.endsWith(` ${status}`) && !name.includes(PREFERRED)) count += times;
    }
    return count;
  }

  toString(): string {
    return [...this.#answers]
      .sort()
      .map(([name, times]) => `${name}: ${times}`)
      .join("\n");
  }
}

/** Stands between the mock and the fuzz, so that a test can make the server wrong on purpose. */
export type Tamper = (answer: Response, request: WireRequest) => Response | Promise<Response>;

export interface RunOptions {
  readonly rateLimit?: RateLimitRule | false;
  readonly tamper?: Tamper;
}

/** Throws at the first answer that is not as predicted. */
export async function runSequence<Deed>(
  api: FuzzedApi<Deed>,
  sequence: readonly Step<Deed>[],
  tally: Tally,
  { rateLimit = false, tamper }: RunOptions = {},
): Promise<void> {
  const { mock, model } = await api.start(rateLimit);
  for (const step of sequence) {
    if (step.kind === "clock") mock.clock.advance(step.advance);
    else if (step.kind === "deadline") moveBeside(mock, model, step);
    else if (step.kind === "deed") await model.perform(step.deed);
    else await sendAndCompare(api, mock, model, wireRequest(api.contract, step, model, mock.baseUrl), tally, tamper);
  }
  if (rateLimit === false) {
    for (const request of model.review())
      await sendAndCompare(api, mock, model, plain(request, mock.baseUrl), tally, tamper);
  }
  refuseLeaks(model, "the journal", mock.jsonLines());
}

/** Nothing is waited for longer than a long session lasts. */
const FARTHEST_MS = 31 * 86_400_000;

function moveBeside(mock: CoreMock, model: Pick<Model<unknown>, "deadlines">, { pick, beside }: DeadlinePlan): void {
  const now = mock.clock.now();
  const ahead = model.deadlines().filter((time) => time > now + 1 && time < now + FARTHEST_MS);
  const time = ahead[pick % Math.max(1, ahead.length)];
  if (time !== undefined) mock.clock.advance(time + beside - now);
}

const plain = ({ method, path, headers, body }: PlainRequest, baseUrl: string): WireRequest =>
  wire(
    method,
    new URL(`${baseUrl}${path}`),
    new Headers(headers.map(([name, value]): [string, string] => [name, value])),
    body,
  );

/** Sends one request and holds its answer against everything. */
export async function sendAndCompare<Deed>(
  api: FuzzedApi<Deed>,
  mock: CoreMock,
  model: Model<Deed>,
  request: WireRequest,
  tally: Tally,
  tamper?: Tamper,
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown }> {
  const { sent } = request;
  const prediction = model.predict(sent);
  const received = await mock.fetch(request.url, request.init);
  const answer = tamper === undefined ? received : await tamper(received, request);
  const text = await answer.text();
  const body = parsed(text, answer.headers);
  const found = api.contract.find(sent.pathname);
  const method = sent.method === "HEAD" ? "GET" : sent.method;
  tally.add(found?.byMethod.get(method)?.operationId, answer.status, answer.headers.has("preference-applied"));
  const problems = [
    ...unexpected(prediction, sent.method, answer, body),
    ...(answer.headers.get("date") === mock.clock.httpDate() ? [] : [`Date is "${answer.headers.get("date")}"`]),
  ];
  if (prediction.unjudged !== true) {
    const { status, headers } = answer;
    problems.push(
      ...api.judge.response({ method: sent.method, path: api.contract.canonical(sent.pathname), status, headers, body })
        .problems,
    );
  }
  if (problems.length > 0) throw new Error(told(request, prediction, answer.status, text, problems));
  prediction.learn?.(body, answer.headers);
  return { status: answer.status, headers: answer.headers, body };
}

function parsed(text: string, headers: Headers): unknown {
  if (text === "") return undefined;
  return headers.get("content-type")?.includes("json") === true ? JSON.parse(text) : text;
}

function unexpected(prediction: Prediction, method: string, answer: Response, body: unknown): string[] {
  if (answer.status !== prediction.status)
    return [`the status is ${answer.status}, predicted was ${prediction.status}`];
  const headers = Object.entries(prediction.headers ?? {}).flatMap(([name, wanted]) => {
    const value = answer.headers.get(name);
    const right = wanted instanceof RegExp ? value !== null && wanted.test(value) : value === wanted;
    return right ? [] : [`the header ${name} is ${shown(value)}, predicted was ${String(wanted)}`];
  });
  return [...headers, ...differences(method === "HEAD" ? undefined : prediction.body, body)];
}

function refuseLeaks(model: Pick<Model<unknown>, "secrets">, where: string, text: string): void {
  for (const secret of model.secrets()) {
    if (text.includes(secret)) throw new Error(`A secret is in ${where}: ${secret}`);
  }
}

function told(
  { url, init }: WireRequest,
  prediction: Prediction,
  status: number,
  text: string,
  problems: readonly string[],
): string {
  const headers = [...new Headers(init.headers)].map(([name, value]) => `${name}: ${value.slice(0, 120)}`);
  const { body } = init;
  const sentBody = body instanceof Uint8Array ? `bytes ${shown(new TextDecoder().decode(body))}` : shown(body);
  return [
    ...problems,
    `  sent: ${init.method} ${url.slice(0, 300)}`,
    `        ${headers.join("; ")}`,
    `        body ${sentBody}`,
    `  predicted: ${prediction.status}`,
    `  received: ${status} ${text.slice(0, 400)}`,
  ].join("\n");
}
