// The path of every request: routing, the API's checks in its order, the handler, the look at the contract, the journal.

import type { MockApi } from "../contract/mock-api.js";
import type { Problem, Reply } from "../contract/problem.js";
import type { ApiTypes, Services } from "../contract/services.js";
import type { Coverage } from "../journal/coverage.js";
import type { Entry, Journal } from "../journal/journal.js";
import type { Answer, LostConnection, Outcome } from "../response/outcome.js";
import { contractBreach, JSON_TYPE, unroutedBreach } from "../response/response-check.js";
import { errorText } from "./error-text.js";
import { type IncomingRequest, type ReadBody, UnfinishedBody } from "./incoming-request.js";
import { bodyText } from "./request-body.js";
import { RequestContext } from "./request-context.js";
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
    return this.#check(new RequestContext<T>(api, services, state(), request, this.#find), 0);
  }

  /** An answer of the mock itself, outside the API's checks, such as to a request that is not HTTP. */
  refuse(request: IncomingRequest, problem: Problem, why: string): Outcome {
    const { api, services, state } = this.#parts;
    const context = new RequestContext<T>(api, services, state(), request, () => undefined);
    return this.#finish(context, context.refuse(problem, why));
  }

  #check(context: RequestContext<T>, from: number): Outcome | Promise<Outcome> {
    const { checks, maxBodyBytes } = this.#parts.api;
    try {
      for (let i = from; i < checks.length; i += 1) {
        const check = checks[i];
        if (check === undefined) break;
        const { body } = context.request;
        if (check.needsBody === true && body !== undefined && context.read === undefined) {
          const read = body.read(maxBodyBytes);
          if (read instanceof Promise) return this.#checkAfterReading(context, i, read);
          context.read = read;
        }
        const reply = check.run(context);
        if (reply !== undefined) return this.#finish(context, reply);
      }
      return this.#finish(context, this.#answer(context));
    } catch (error) {
      return this.#finish(context, this.#broken(context, error));
    }
  }

  async #checkAfterReading(context: RequestContext<T>, from: number, read: Promise<ReadBody>): Promise<Outcome> {
    try {
      context.read = await read;
    } catch (error) {
      if (error instanceof UnfinishedBody) {
        context.arrange().uncontracted = true;
        return this.#finish(context, context.refuse(error.problem, error.message));
      }
      context.why = "the sender went away before the body was complete";
      return this.#record(context, { kind: "reset", delay: 0 });
    }
    return this.#check(context, from);
  }

  #answer(context: RequestContext<T>): Reply {
    const { operation } = context;
    if (operation === undefined) {
      throw new Error(
        "No check refused a request that belongs to no operation. Put knownPath and knownMethod among the API's checks.",
      );
    }
    const handler = this.#parts.api.handlers[operation.operationId];
    if (handler === undefined) throw new Error(`${operation.operationId} has no handler.`);
    return handler(context.input as never, context);
  }

  #broken(context: RequestContext<T>, error: unknown): Reply {
    const where = context.operation?.operationId ?? `${context.request.method} ${context.path}`;
    const message = `The mock failed in ${where}: ${errorText(error)}`;
    return context.refuse({ kind: "internal", status: 500, message });
  }

  /** What a check or the handler came to, held to the contract, with what was arranged for this request done to it. */
  #finish(context: RequestContext<T>, end: Reply | LostConnection): Outcome {
    const { failure } = context;
    const held = typeof end === "string" || failure?.uncontracted === true ? end : this.#heldToContract(context, end);
    const sent = failure === undefined ? held : failure.replace(held);
    const delay = this.#parts.latency() + (failure?.delay ?? 0);
    if (typeof sent === "string")
      return this.#record(context, sent === "hang" ? { kind: sent } : { kind: sent, delay });
    const answer = this.#written(sent, delay);
    return this.#record(context, failure === undefined ? answer : failure.perform(answer));
  }

  #heldToContract(context: RequestContext<T>, reply: Reply): Reply {
    const { operation } = context;
    const problem =
      operation === undefined ? unroutedBreach(this.#parts.api.unrouted, reply) : contractBreach(operation, reply);
    if (problem === undefined) return reply;
    const message = `The mock's answer breaks the contract: ${problem}`;
    return context.refuse({ kind: "internal", status: 500, message });
  }

  #written(reply: Reply, delay: number): Answer {
    const headers: Record<string, string> = { date: this.#parts.services.clock.httpDate() };
    let body: string | null = null;
    if (reply.body !== undefined) {
      const type = reply.contentType ?? JSON_TYPE;
      headers["content-type"] = type;
      body = type === JSON_TYPE || typeof reply.body !== "string" ? JSON.stringify(reply.body) : reply.body;
    }
    Object.assign(headers, reply.headers);
    return { kind: "answer", status: reply.status, headers, body, delay };
  }

  #record(context: RequestContext<T>, outcome: Outcome): Outcome {
    const { operation } = context;
    if (context.bodyText === undefined && context.read !== undefined) bodyText(context);
    const entry = this.#parts.journal.add(context, outcome);
    if (operation !== undefined && outcome.kind === "answer") this.#parts.coverage.add(operation, outcome.status);
    this.#parts.onEntry(entry);
    return outcome;
  }
}
