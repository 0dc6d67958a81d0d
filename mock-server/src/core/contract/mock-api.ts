// What the core asks of an API: everything that differs between one API and another is data or a small function in this object.
import type { z } from "zod";
import type { FaultSpec } from "../faults/faults.js";
import type { Check } from "../request/request-context.js";
import type { AnyTable } from "../state/table.js";
import type { RateLimit } from "../time/rate-limiter.js";
import type { Handlers } from "./handlers.js";
import type { Problem, Reply } from "./problem.js";
import type { ApiTypes, Services } from "./services.js";

/** A situation that a mock can start in. */
export interface Preset<State, Input> {
  /** One sentence for `--help` and the README. */
  readonly summary: string;
  readonly state: (services: Services) => Input;
  /** Requests of the default credential that count as already made, out of `limit`. */
  readonly spent?: (limit: number) => number;
  readonly faults?: readonly FaultSpec[];
  /** Runs on the finished state, e.g. to revoke the default key. */
  readonly afterwards?: (state: State, services: Services) => void;
}

/** Secrets in clear, as `mock.apiKey` and the banner show them: nothing else ever holds one. */
export interface Credentials {
  readonly apiKey: string;
  /** The name under which the limiter counts the key. */
  readonly credential: string;
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
  /** State as plain data: what it may say, and what people are told of it. */
  readonly stateTable: AnyTable & { readonly schema: z.ZodType<T["stateInput"]> };
  /** Builds state; must be cheap, so what is large is made when first read. */
  readonly createState: (input: T["stateInput"], services: Services, options: T["options"]) => T["state"];
  /** State as plain data that `createState` takes back. Holds no secret. */
  readonly exportState: (state: T["state"]) => T["stateInput"];
  readonly presets: Readonly<Record<T["preset"], Preset<T["state"], T["stateInput"]>>>;
  readonly defaultPreset: T["preset"];
  /** The key that the mock hands out; undefined where state came from a snapshot, which holds no secret. */
  readonly credentials: (state: T["state"]) => Credentials | undefined;
  /** What the API itself cannot do but tests need, made with `action()`. `state` returns the present state, which a reset replaces. */
  readonly actions: (state: () => T["state"], services: Services) => T["actions"];
  /** Lines for the banner: labelled values and commands that work when pasted. */
  readonly banner: (state: T["state"], baseUrl: string, apiKey: string) => Banner;
}

export interface Banner {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly commands: readonly (readonly [label: string, command: string])[];
}
