// The path of every request: routing, the API's checks in its order, the handler, the look at the contract, the journal.
import type { ApiTypes, MockApi, Problem, Reply, Services } from "../contract/mock-api.js";
import type { Coverage } from "../journal/coverage.js";
import type { Entry, Journal } from "../journal/journal.js";
import type { Answer, Outcome } from "../response/outcome.js";
import { breach, JSON_TYPE, unroutedBreach } from "../response/response-check.js";
import { bodyText } from "./checks.js";
import { type IncomingRequest, UnfinishedBody } from "./incoming-request.js";
import { Exchange } from "./request-context.js";
import { type Match, routeTable } from "./routing.js";

export interface EngineParts<T extends ApiTypes> {
  readonly api: MockApi<T>;
  readonly services: Services;
  readonly journal: Journal;
  readonly coverage: Coverage;
  /** The present state: a reset replaces it. */
  readonly state: () => T["state"];
  /** Real milliseconds added to every answer. */
  readonly latency: () => number;
  readonly onEntry: (entry: Entry) => void;
}

const NO_PARAMS: Readonly<Record<string, string>> = Object.freeze({});
const NOWHERE: Partial<Match> = Object.freeze({});

export class Engine<T extends ApiTypes> {
  readonly #parts: EngineParts<T>;
  readonly #find: (path: string) => Match | undefined;

  constructor(parts: EngineParts<T>) {
    this.#parts = parts;
    const table = routeTable(parts.api);
    this.#find =
      parts.api.trailingSlash === true
        ? (path) => table.find(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path)
        : (path) => table.find(path);
  }

  /** Answers at once where no body has to be waited for. */
  handle(request: IncomingRequest): Outcome | Promise<Outcome> {
    const { api, services, state } = this.#parts;
    const { target } = request;
    const mark = target.indexOf("?");
    const path = mark < 0 ? target : target.slice(0, mark);
    const { entry, params = NO_PARAMS } = this.#find(path) ?? NOWHERE;
    const queryText = mark < 0 ? "" : target.slice(mark + 1);
    const exchange = new Exchange<T>(api, services, state(), request, { path, queryText, entry, params });
    return this.#check(exchange, 0);
  }

  /** An answer of the mock itself, outside the API's checks, such as to a request that is no HTTP. */
  refuse(request: IncomingRequest, problem: Problem, why: string): Outcome {
    const { api, services, state } = this.#parts;
    const [path = "/"] = request.target.split("?", 1);
    const found = { path, queryText: "", entry: undefined, params: NO_PARAMS };
    const exchange = new Exchange<T>(api, services, state(), request, found);
    return this.#finish(exchange, exchange.refuse(problem, why));
  }

  #check(exchange: Exchange<T>, from: number): Outcome | Promise<Outcome> {
    const { checks, maxBodyBytes } = this.#parts.api;
    try {
      for (let i = from; i < checks.length; i += 1) {
        const check = checks[i];
        if (check === undefined) break;
        const { body } = exchange.request;
        if (check.needsBody === true && body !== undefined && exchange.read === undefined) {
          const read = body.read(maxBodyBytes);
          if (read instanceof Promise) return this.#checkAfterReading(exchange, i, read);
          exchange.read = read;
        }
        const reply = check.run(exchange);
        if (reply !== undefined) return this.#finish(exchange, reply);
      }
      return this.#finish(exchange, this.#answer(exchange));
    } catch (error) {
      return this.#finish(exchange, this.#broken(exchange, error));
    }
  }

  async #checkAfterReading(
    exchange: Exchange<T>,
    from: number,
    read: Promise<NonNullable<Exchange<T>["read"]>>,
  ): Promise<Outcome> {
    try {
      exchange.read = await read;
    } catch (error) {
      if (error instanceof UnfinishedBody) {
        exchange.provoke().uncontracted = true;
        return this.#finish(exchange, exchange.refuse(error.problem, error.message));
      }
      exchange.why = "the sender went away before the body was complete";
      return this.#record(exchange, { kind: "reset", delay: 0 });
    }
    return this.#check(exchange, from);
  }

  #answer(exchange: Exchange<T>): Reply {
    const { operation } = exchange;
    if (operation === undefined) {
      throw new Error(
        "No check refused a request that belongs to no operation. Put knownPath() and knownMethod() among the API's checks.",
      );
    }
    const handler = this.#parts.api.handlers[operation.operationId];
    if (handler === undefined) throw new Error(`${operation.operationId} has no handler.`);
    return handler(exchange.input as never, exchange);
  }

  #broken(exchange: Exchange<T>, error: unknown): Reply {
    const told = error instanceof Error ? error.message : String(error);
    const where = exchange.operation?.operationId ?? `${exchange.request.method} ${exchange.path}`;
    const message = `The mock failed in ${where}: ${told}`;
    return exchange.refuse({ kind: "internal", status: 500, message });
  }

  #finish(exchange: Exchange<T>, reply: Reply): Outcome {
    const { provocation } = exchange;
    let sent = reply;
    if (provocation?.effect === "reset" || provocation?.effect === "hang") {
      return this.#record(exchange, without(provocation.effect, this.#delay(exchange)));
    }
    const problem = provocation?.uncontracted === true ? undefined : this.#breach(exchange, reply);
    if (problem !== undefined) {
      const message = `The mock's answer breaks the contract: ${problem}`;
      sent = exchange.refuse({ kind: "internal", status: 500, message });
    } else if (provocation?.afterCommit !== undefined && reply.status < 400) {
      const { afterCommit } = provocation;
      if (typeof afterCommit === "string") return this.#record(exchange, without(afterCommit, this.#delay(exchange)));
      sent = afterCommit;
    }
    return this.#record(exchange, this.#written(exchange, sent));
  }

  #breach({ operation }: Exchange<T>, reply: Reply): string | undefined {
    return operation === undefined ? unroutedBreach(this.#parts.api.unrouted, reply) : breach(operation, reply);
  }

  #delay({ provocation }: Exchange<T>): number {
    return this.#parts.latency() + (provocation?.delay ?? 0);
  }

  #written(exchange: Exchange<T>, reply: Reply): Answer {
    const { provocation } = exchange;
    const headers: Record<string, string> = { date: this.#parts.services.clock.httpDate() };
    let body: string | null = null;
    if (reply.body !== undefined) {
      const type = reply.contentType ?? JSON_TYPE;
      headers["content-type"] = type;
      body = type === JSON_TYPE || typeof reply.body !== "string" ? JSON.stringify(reply.body) : reply.body;
    }
    Object.assign(headers, reply.headers, provocation?.headers);
    const answer = { kind: "answer", status: reply.status, headers, body, delay: this.#delay(exchange) } as const;
    if (body === null) return answer;
    if (provocation?.effect === "malformed") return { ...answer, body: `${body.slice(0, -1)},` };
    if (provocation?.effect === "truncate") {
      return { ...answer, cutAfter: provocation.cutAfter ?? Math.floor(body.length / 2) };
    }
    return answer;
  }

  #record(exchange: Exchange<T>, outcome: Outcome): Outcome {
    const { request, operation } = exchange;
    if (exchange.bodyText === undefined && exchange.read !== undefined) bodyText(exchange);
    const entry = this.#parts.journal.add({
      method: request.method,
      target: request.target,
      operationId: operation?.operationId,
      outcome,
      why: exchange.why,
      credential: exchange.credential,
      headers: request.headers(),
      requestBody: exchange.bodyText,
    });
    if (operation !== undefined && outcome.kind === "answer") this.#parts.coverage.add(operation, outcome.status);
    this.#parts.onEntry(entry);
    return outcome;
  }
}

const without = (effect: "reset" | "hang", delay: number): Outcome =>
  effect === "hang" ? { kind: "hang" } : { kind: "reset", delay };
