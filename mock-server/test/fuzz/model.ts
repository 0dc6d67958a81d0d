// What a model of an API says: how each request must be answered, and what it knows for requests to be made of.
import type { Judge } from "@terminus-hub/spec/judge";
import type { Arbitrary } from "fast-check";
import type { Contract, Fault, Operation } from "./contract.js";
import type { CoreMock, RateLimitRule } from "./mock-under-test.js";

export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** A request as the server gets to see it. */
export interface SentRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Undefined where none was sent. `text` is undefined where the bytes are no UTF-8; `lossy` has U+FFFD in their place. */
  readonly body: { readonly text: string | undefined; readonly lossy: string; readonly bytes: number } | undefined;
}

/**
 * A value, or a function that tells what is wrong with the one received (undefined if nothing is): for what the server chooses.
 * Objects hold exactly the fields that are expected.
 */
export type Expected = unknown;

export interface Prediction {
  readonly status: number;
  /** `undefined` expects no body. */
  readonly body: Expected;
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
  /** Takes over what the server chose, once all else is as predicted. */
  readonly learn?: (body: unknown, headers: Headers) => void;
  /** The mock's own answer, which the API's document does not hold. */
  readonly unjudged?: boolean;
}

/** A request that the model makes itself, such as one page of a list. */
export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderPairs;
  readonly body?: string;
}

export interface Model<Deed> {
  /** How the request must be answered; what it changes is changed in the model at once. */
  predict(request: SentRequest): Prediction;
  /** Values of this name, those that work first: ids and the like, also deleted and foreign ones. */
  known(operationId: string, name: string): readonly string[];
  /** Those that open the operation first, where it matters which. */
  credentials(operation?: Operation): { readonly live: readonly HeaderPairs[]; readonly dead: readonly HeaderPairs[] };
  /** When something ends: keys, sessions, windows. Those that have passed may be among them. */
  deadlines(): readonly number[];
  /** Everything that may never be shown again. */
  secrets(): readonly string[];
  /** Does it to the mock and to the model. */
  perform(deed: Deed): void | Promise<void>;
  /** A call of `createApiKey` with a credential that may, without a body and its type. */
  creation(): PlainRequest;
  /** Requests whose answers show all state there is. */
  review(): readonly PlainRequest[];
}

export interface FuzzedApi<Deed> {
  readonly name: string;
  readonly contract: Contract;
  readonly judge: Judge;
  /** Names of parameters and fields for which `known` has values. */
  readonly references: readonly string[];
  readonly deeds: Arbitrary<Deed>;
  /** Headers that mean something to this API alone. */
  readonly oddHeaders: readonly (readonly [name: string, value: string])[];
  /** Whether requests are limited at all. */
  readonly limited: boolean;
  /** What is declared and comes about by `Prefer` alone while the limiter is off. All else must be met in a run. */
  readonly unreachable: (operationId: string, status: number) => boolean;
  /** Operations that answer some mistakes of the caller with 5xx, as the real server does. */
  readonly ownServerErrors: readonly string[];
  /** What refuses input besides the usual 400 to 422. */
  readonly oddRefusals: readonly number[];
  /** Whether some declared answer must carry a header. */
  readonly requiresHeaders: boolean;
  /** The answer to a body without a Content-Type; undefined where none is needed. */
  readonly withoutContentType: number | undefined;
  /** The header that carries a key, in lower case: `authorization` if absent. */
  readonly credentialHeader?: string;
  /** The answer to a method that a path does not have. */
  readonly unsupportedMethod: number;
  /** Whether `Allow` names HEAD beside GET. */
  readonly answersHead: boolean;
  /** Whether the server takes this all the same, though its document does not say so. */
  readonly tolerates: (operationId: string, fault: Fault) => boolean;
  /** A new mock with a frozen clock, and the model of it. */
  start(
    rateLimit: RateLimitRule | false,
    options?: { readonly latency?: number },
  ): Promise<{ readonly mock: CoreMock; readonly model: Model<Deed> }>;
}
