// What the core asks of an API: everything that differs between one API and another is data or a small function in this object.
import type { RouteConfig } from "@hono/zod-openapi";
import type { z } from "zod";
import type { FaultSpec, Faults } from "../faults/faults.js";
import type { InputIssue } from "../request/input-issues.js";
import type { RequestContext } from "../request/request-context.js";
import type { RandomStreams } from "../state/random.js";
import type { MockClock } from "../time/clock.js";
import type { RateLimit, RateLimiter } from "../time/rate-limiter.js";

export type Route = RouteConfig & { readonly operationId: string };
export type Routes = Readonly<Record<string, Route>>;

/** An answer as a handler or a check gives it; the core writes it out and checks it against the contract. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON, or as it is where `contentType` names another type. Absent means no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

/** What can be wrong with a request, or with the mock, before an API says it in its own words. */
export type ProblemKind =
  | "unauthenticated"
  | "forbidden"
  | "rate-limited"
  | "unknown-path"
  | "method-not-allowed"
  | "unsupported-media-type"
  | "too-large"
  | "malformed-body"
  | "missing"
  | "invalid"
  | "not-found"
  | "bad-request"
  | "timeout"
  | "headers-too-large"
  | "expectation-failed"
  | "internal"
  | "unavailable"
  | "other";

/** A refusal in terms the core understands; `MockApi.problem` turns it into the API's own answer. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly status: number;
  /** A sentence for the answer; the API has one of its own where this is absent. */
  readonly message?: string;
  /** The input at fault: a query or path parameter, or a field of the body. */
  readonly param?: string;
  /** The place inside a nested body, such as `rows.0.data`. */
  readonly path?: string;
  /** All that is wrong with the input, where an API tells more than the first. */
  readonly issues?: readonly InputIssue[];
  /** Seconds until it makes sense to come back. */
  readonly retryAfter?: number;
  /** The methods that a path has. */
  readonly allow?: readonly string[];
}

/** One check on the way to the handler. The order of checks is the API's own. */
export interface Check<T extends ApiTypes> {
  /** Shown where the order is explained. */
  readonly name: string;
  /** The body is read (up to the API's limit) before this check runs. */
  readonly needsBody?: boolean;
  /** A reply refuses the request; undefined lets it pass. */
  readonly run: (context: RequestContext<T>) => Reply | undefined;
}

type SchemaOf<Content> = Content extends { readonly "application/json": { readonly schema: infer Schema } }
  ? Schema extends z.ZodType
    ? Schema
    : never
  : never;

type Answer<Status, Response> = Response extends { readonly content: infer Content }
  ? {
      readonly status: Status;
      readonly body: z.input<SchemaOf<Content>>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  : { readonly status: Status; readonly body?: undefined; readonly headers?: Readonly<Record<string, string>> };

type StatusOf<Key> = Key extends number ? Key : Key extends `${infer Status extends number}` ? Status : never;

/** Any answer that a route declares, by status, with the body of that status. */
export type ReplyOf<R extends Route> = {
  [Key in keyof R["responses"]]: Answer<StatusOf<Key>, R["responses"][Key]>;
}[keyof R["responses"]];

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type RequestPart<R extends Route, Part extends string> = R extends { readonly request: infer Request }
  ? Part extends keyof Request
    ? Request[Part]
    : undefined
  : undefined;

/** What a handler receives: path parameters, query and body as the route's schemas give them. */
export interface InputOf<R extends Route> {
  readonly params: Output<RequestPart<R, "params">>;
  readonly query: Output<RequestPart<R, "query">>;
  readonly body: RequestPart<R, "body"> extends { readonly content: infer Content }
    ? z.output<SchemaOf<Content>>
    : undefined;
}

/** One handler for each operation: a missing one does not compile, nor does a wrong body. */
export type Handlers<T extends ApiTypes> = {
  readonly [Id in keyof T["routes"]]: (
    input: InputOf<T["routes"][Id]>,
    context: RequestContext<T>,
  ) => ReplyOf<T["routes"][Id]>;
};

/** What state and its helpers are made of. */
export interface Services {
  readonly clock: MockClock;
  readonly random: RandomStreams;
  readonly limiter: RateLimiter;
  readonly faults: Faults;
  /** A value that a reset does not change where there is no seed, such as the key that was handed out. */
  readonly memoized: <Value>(name: string, make: () => Value) => Value;
}

/** What a preset sets up besides state. */
export interface Preset<T extends ApiTypes> {
  /** One sentence for `--help` and the README. */
  readonly summary: string;
  readonly state: (services: Services) => T["stateInput"];
  /** Requests of the default credential that count as already made, out of `limit`. */
  readonly spent?: (limit: number) => number;
  readonly faults?: readonly FaultSpec[];
  /** Runs on the finished state, e.g. to revoke the default key. */
  readonly afterwards?: (state: T["state"], services: Services) => void;
}

/** Secrets in clear, as `mock.apiKey` and the banner show them: nothing else ever holds one. */
export interface Credentials {
  readonly apiKey: string;
  /** The name under which the limiter counts the key. */
  readonly credential: string;
}

/** One thing that the control plane can do for this API alone, such as signing somebody in. */
export interface ControlOperation<Actions> {
  readonly operationId: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** Below `/__mock`, such as `/submissions/{id}/approve`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Of the answer; absent where there is none. */
  readonly result?: z.ZodType;
  readonly run: (actions: Actions, input: { readonly params: never; readonly body: never }) => unknown;
}

/** The types of one API, in one bundle, so that the core needs one type parameter. */
export interface ApiTypes {
  readonly routes: Routes;
  /** The living state of one mock. */
  readonly state: unknown;
  /** Who a request comes from, as the API's authentication finds out. */
  readonly identity: unknown;
  /** State as plain data: fixtures, presets, snapshots. */
  readonly stateInput: unknown;
  /** What is added to the mock: `mock.sessions` and the like. */
  readonly actions: object;
  readonly preset: string;
  /** Options of `createMock` that only this API has. */
  readonly options: object;
}

export interface MockApi<T extends ApiTypes> {
  readonly name: string;
  readonly title: string;
  readonly routes: T["routes"];
  /** Paths of these addresses are prefixes under which the mock answers, beside none; a route's own `servers` come first. */
  readonly servers: readonly { readonly url: string }[];
  /** Whether `/things/` is answered as `/things`. */
  readonly trailingSlash?: boolean;
  /** What may be answered outside any operation: the schema of the body by status, undefined for a body that is not JSON. */
  readonly unrouted: Readonly<Record<number, z.ZodType | undefined>>;
  /** The OpenAPI document, loaded when asked for. */
  readonly document: () => Promise<Readonly<Record<string, unknown>>>;
  readonly rateLimit: RateLimit | false;
  /** Bodies larger than this are refused. */
  readonly maxBodyBytes: number;
  /** What secrets start with, so that text without any of it need not be searched. */
  readonly secretPrefixes: readonly string[];
  /** Matches each secret in any text, so that none is ever logged or kept. Must be global. */
  readonly secretPattern: RegExp;
  /** Request headers that carry a credential, in lower case. */
  readonly secretHeaders: readonly string[];
  /** Fields of bodies whose value is a secret without a form of its own, such as a password. */
  readonly secretFields: readonly string[];
  /** The values that each option of this API alone may have. */
  readonly ownOptions: { readonly [Name in keyof T["options"]]-?: readonly Exclude<T["options"][Name], undefined>[] };
  /** The environment variables that `exec` sets for a client of this API. */
  readonly environment: (state: T["state"], baseUrl: string, apiKey: string) => Readonly<Record<string, string>>;
  /** The checks before a handler runs, in the API's order. */
  readonly checks: readonly Check<T>[];
  readonly handlers: Handlers<T>;
  /** A problem in the API's own words and envelope; the services are for what an envelope draws or tells the time by. */
  readonly problem: (problem: Problem, services: Services) => Reply;
  readonly stateSchema: z.ZodType<T["stateInput"]>;
  /** Builds state; must be cheap, so what is large is made when first read. */
  readonly createState: (input: T["stateInput"], services: Services, options: T["options"]) => T["state"];
  /** State as plain data that `createState` takes back. Holds no secret. */
  readonly exportState: (state: T["state"]) => T["stateInput"];
  readonly presets: Readonly<Record<T["preset"], Preset<T>>>;
  readonly defaultPreset: T["preset"];
  /** The key that the mock hands out; undefined where state came from a snapshot, which holds no secret. */
  readonly credentials: (state: T["state"]) => Credentials | undefined;
  /** What the API itself cannot do but tests need. `state` returns the present state, which a reset replaces. */
  readonly actions: (state: () => T["state"], services: Services) => T["actions"];
  /** What the control plane offers besides what it offers for every API. */
  readonly controls?: readonly ControlOperation<T["actions"]>[];
  /** Lines for the banner: labelled values and commands that work when pasted. */
  readonly banner: (state: T["state"], baseUrl: string, apiKey: string) => Banner;
}

export interface Banner {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly commands: readonly (readonly [label: string, command: string])[];
}
