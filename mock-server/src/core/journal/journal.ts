// Every request and what became of it: bounded, without secrets, made for assertions.

import type { ApiTypes } from "../contract/services.js";
import { checkOptionNames, describeValue } from "../mock/check-options.js";
import type { RequestContext } from "../request/request-context.js";
import { operationNamed, type RouteTable } from "../request/routing.js";
import type { Outcome } from "../response/outcome.js";
import type { MockClock } from "../time/clock.js";
import type { Redaction } from "./redaction.js";
import { type KeptText, TextRing } from "./text-ring.js";

/** One request and its answer, as the journal shows it. Secrets are cut out. */
export interface Call<OperationId extends string = string> {
  /** Counts from 1 since the last reset. */
  readonly number: number;
  /** When it arrived, by the mock's clock: ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Undefined where no operation has this method and path. */
  readonly operationId: OperationId | undefined;
  /** Undefined where no answer was sent. */
  readonly status: number | undefined;
  /** `truncated`: the answer broke off; `reset` and `hang`: none came. */
  readonly outcome: "answered" | "truncated" | "reset" | "hang";
  /** Why the answer is what it is, unless it is a success. */
  readonly why: string | undefined;
  /** Who asked, by id: never a secret. */
  readonly credential: string | undefined;
  readonly request: Message;
  readonly response: Message;
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  /** Text, at most 8 kB. Bodies of old calls are dropped once there are very many. */
  readonly body: string | undefined;
}

/** One call in a line, as messages show it: what was asked, what came of it, and why. */
export function describeCall({ number, method, url, status, outcome, why }: Call): string {
  return `#${number} ${method} ${url} -> ${status ?? outcome}${why === undefined ? "" : ` (${why})`}`;
}

export interface CallFilter<OperationId extends string = string> {
  readonly operationId?: OperationId;
  readonly status?: number;
  readonly method?: string;
  /** Path without the query. */
  readonly path?: string;
}

const FILTERS = ["operationId", "status", "method", "path"];

/** Refuses a filter that could never match, which would look like no call. */
export function checkCallFilter(filter: CallFilter, table: RouteTable): void {
  checkOptionNames(filter, FILTERS, "calls()");
  const { operationId, status, method, path } = filter;
  if (operationId !== undefined) operationNamed(table, operationId, "no call can match it");
  if (status !== undefined && !Number.isInteger(status)) {
    throw new TypeError(`calls() got the status ${describeValue(status)}. It must be a number such as 201.`);
  }
  for (const [name, value] of Object.entries({ method, path })) {
    if (value === undefined || typeof value === "string") continue;
    throw new TypeError(`calls() got the ${name} ${describeValue(value)}. It must be text.`);
  }
}

/** What the core writes down while the request is at hand; the rest is worked out when asked for. */
export interface Entry extends Omit<Call, "at" | "url" | "request" | "response"> {
  readonly at: number;
  readonly target: string;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly requestHeaders: readonly string[];
  readonly requestBody: KeptText | undefined;
  readonly responseBody: KeptText | undefined;
}

/** What the journal takes of a request on its way. */
type Recorded = "request" | "operation" | "why" | "credential" | "bodyText";

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});
const LONGEST_BODY = 8_192;
/** Bytes of bodies that are kept; of older calls the bodies are gone before the calls are. */
const MOST_BODY_BYTES = 4 * 1_048_576;
/** How many calls a journal keeps by default. */
export const JOURNAL_SIZE = 1_000;

export class Journal {
  readonly #clock: MockClock;
  readonly #redaction: Redaction;
  readonly #size: number;
  readonly #bodies = new TextRing(MOST_BODY_BYTES);
  #entries: Entry[] = [];
  /** Where the oldest entry stands once the ring is full. */
  #oldest = 0;
  #count = 0;

  constructor(clock: MockClock, redaction: Redaction, size = JOURNAL_SIZE) {
    if (!Number.isInteger(size) || size < 0) {
      throw new RangeError(`The journal's size is ${size}. Give a whole number of calls from 0 up.`);
    }
    this.#clock = clock;
    this.#redaction = redaction;
    this.#size = size;
  }

  /** How many calls there were since the last reset, those dropped included. */
  get total(): number {
    return this.#count;
  }

  add(
    { request, operation, why, credential, bodyText }: Pick<RequestContext<ApiTypes>, Recorded>,
    outcome: Outcome,
  ): Entry {
    this.#count += 1;
    const answer = outcome.kind === "answer" ? outcome : undefined;
    const entry: Entry = {
      number: this.#count,
      at: this.#clock.now(),
      method: request.method,
      target: this.#redaction.text(short(request.target)),
      operationId: operation?.operationId,
      status: answer?.status,
      outcome: outcome.kind !== "answer" ? outcome.kind : outcome.cutAfter === undefined ? "answered" : "truncated",
      responseHeaders: answer?.headers ?? NO_HEADERS,
      why: why === undefined ? undefined : this.#redaction.text(why),
      credential,
      requestHeaders: this.#redaction.headers(request.headers()),
      requestBody: this.#body(bodyText),
      responseBody: this.#body(answer?.body ?? undefined),
    };
    if (this.#size === 0) return entry;
    if (this.#entries.length < this.#size) this.#entries.push(entry);
    else {
      this.#entries[this.#oldest] = entry;
      this.#oldest = (this.#oldest + 1) % this.#size;
    }
    return entry;
  }

  /** Oldest first. */
  calls(filter: CallFilter = {}): Call[] {
    const inOrder = [...this.#entries.slice(this.#oldest), ...this.#entries.slice(0, this.#oldest)];
    return inOrder.map((entry) => ({ ...this.summary(entry) })).filter((call) => matches(call, filter));
  }

  /** A call for a log, which seldom asks for headers and bodies: they are read when it does. */
  summary(entry: Entry): Call {
    const message = (headers: readonly string[], body: KeptText | undefined): Message => ({
      headers: record(headers),
      body: body && this.#bodies.read(body),
    });
    const redaction = this.#redaction;
    const { number, at, method, target: url, operationId, status, outcome, why, credential } = entry;
    return {
      ...{ number, at: new Date(at).toISOString(), method, url, operationId, status, outcome, why, credential },
      get request() {
        return message(entry.requestHeaders, entry.requestBody);
      },
      get response() {
        return message(redaction.headers(Object.entries(entry.responseHeaders).flat()), entry.responseBody);
      },
    };
  }

  clear(): void {
    this.#entries = [];
    this.#bodies.clear();
    this.#oldest = 0;
    this.#count = 0;
  }

  #body(text: string | undefined): KeptText | undefined {
    return text === undefined ? undefined : this.#bodies.keep(this.#redaction.text(short(text)));
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Copied when cut: a mere slice would keep the whole text in memory. */
function short(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  return `${decoder.decode(encoder.encode(text.slice(0, LONGEST_BODY)))}… (cut, ${text.length} characters)`;
}

function record(flat: readonly string[]): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let i = 0; i < flat.length; i += 2) pairs.push([flat[i] ?? "", flat[i + 1] ?? ""]);
  return Object.fromEntries(pairs);
}

function matches(call: Call, { operationId, status, method, path }: CallFilter): boolean {
  return (
    (operationId === undefined || call.operationId === operationId) &&
    (status === undefined || call.status === status) &&
    (method === undefined || call.method === method.toUpperCase()) &&
    (path === undefined || call.url.split("?", 1)[0] === path)
  );
}
