// One request on its way through the checks: what is known of it so far, and what its answer shall be.
import type { Problem, Reply } from "../contract/problem.js";
import type { ApiTypes, Services } from "../contract/services.js";
import { InjectedFailure } from "../faults/injected-failure.js";
import type { LostConnection } from "../response/outcome.js";
import type { IncomingRequest, ReadBody } from "./incoming-request.js";
import type { InputIssue } from "./input-issues.js";
import type { Match, Operation, PathEntry } from "./routing.js";

/** What a request needs of its API: how it words a refusal, and how much it reads. */
export interface ApiVoice {
  readonly problem: (problem: Problem, services: Services) => Reply;
  readonly maxBodyBytes: number;
}

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const NO_PARAMS: Readonly<Record<string, string>> = Object.freeze({});

export class RequestContext<T extends ApiTypes> {
  readonly api: ApiVoice;
  readonly services: Services;
  readonly state: T["state"];
  readonly request: IncomingRequest;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly queryText: string;
  readonly entry: PathEntry | undefined;
  readonly operation: Operation | undefined;
  readonly rawParams: Readonly<Record<string, string>>;
  /** Set by the API's authentication. */
  identity: T["identity"] | undefined;
  /** Under which name the limiter counts this caller and the journal shows it. Never a secret. */
  credential: string | undefined;
  /** Why the answer is what it is, for the log and the journal only. */
  why: string | undefined;
  read: ReadBody | undefined;
  bodyText: string | undefined;
  json: unknown;
  input: Input = { params: undefined, query: undefined, body: undefined };
  issues: readonly InputIssue[] = [];
  failure: InjectedFailure | undefined;

  constructor(
    api: ApiVoice,
    services: Services,
    state: T["state"],
    request: IncomingRequest,
    find: (path: string) => Match | undefined,
  ) {
    this.api = api;
    this.services = services;
    this.state = state;
    this.request = request;
    const { target } = request;
    const mark = target.indexOf("?");
    this.path = mark < 0 ? target : target.slice(0, mark);
    this.queryText = mark < 0 ? "" : target.slice(mark + 1);
    const found = find(this.path);
    this.entry = found?.entry;
    this.operation = found?.entry.byMethod.get(request.method);
    this.rawParams = found?.params ?? NO_PARAMS;
  }

  /** The API's own answer to a problem; `why` is for the log alone. */
  refuse(problem: Problem, why?: string): Reply {
    this.why = why ?? problem.message ?? problem.kind;
    return this.api.problem(problem, this.services);
  }

  /** What is arranged for this request; made when first asked for. */
  arrange(): InjectedFailure {
    this.failure ??= new InjectedFailure();
    return this.failure;
  }
}

/** One check on the way to the handler. The order of checks is the API's own. */
export interface Check<T extends ApiTypes> {
  /** Shown where the order is explained. */
  readonly name: string;
  /** The body is read (up to the API's limit) before this check runs. */
  readonly needsBody?: boolean;
  /** A reply refuses the request, a lost connection ends it without an answer; undefined lets it pass. */
  readonly run: (context: RequestContext<T>) => Reply | LostConnection | undefined;
}
