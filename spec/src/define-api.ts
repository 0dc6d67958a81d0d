// What one API of this package is made of, and `defineApi`, which checks it.
import type { RouteConfig } from "@hono/zod-openapi";
import type { KeyForm } from "./key-form.js";
import type { Provenance } from "./provenance.js";
import type { RateLimit } from "./rate-limit.js";

/** A route that names its operation: every route of this package does. */
export type Route = RouteConfig & { readonly operationId: string };

/**
 * Who may call: any one of these, by the names of security schemes. Spelled out, since what TypeScript infers of two schemes
 * (`{ a: never[]; b?: undefined }`) does not fit OpenAPI's own type in a consumer that checks libraries.
 */
export type Security = Record<string, string[]>[];

/** One tag of the document, in the order it should be read. */
export interface Tag {
  readonly name: string;
  readonly description: string;
}

/** An OpenAPI security scheme, with the provenance of its existence and name. */
export interface SecurityScheme {
  readonly type: "http" | "apiKey";
  readonly description: string;
  readonly "x-provenance": Provenance;
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly in?: "header" | "cookie";
  readonly name?: string;
  /** The form of the key that this scheme carries: one scheme of each API has it. */
  readonly "x-key-form"?: KeyForm;
}

/** An answer that belongs to no operation: an unknown path, a wrong method, a request that is no HTTP. */
export interface UnroutedResponse {
  readonly description: string;
  readonly "x-provenance": Provenance;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content: Readonly<Record<string, object>>;
}

/** Everything one API's document is made of. `routes` is keyed by `operationId`. */
export interface ApiDefinition<Routes extends Readonly<Record<string, Route>> = Readonly<Record<string, Route>>> {
  /** The API's name in folders, entry points and options, such as `terminus-hub`. */
  readonly name: string;
  /** What this repository calls things of the API; nothing of it is the vendor's. */
  readonly naming: {
    /** The class of its client, such as `TerminusHub`. */
    readonly client: string;
    /** How examples call a client, such as `hub`. */
    readonly variable: string;
    /** How its environment variables start, such as `TERMINUS`. */
    readonly env: string;
  };
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly externalDocs?: { readonly url: string; readonly description: string };
  readonly tags: readonly Tag[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly routes: Routes;
  /** The limit on all requests, if the API has one; emitted as the document extension `x-rate-limit`. */
  readonly rateLimit?: RateLimit;
  /** By status; emitted as the document extension `x-unrouted-responses`. */
  readonly unroutedResponses: Readonly<Record<string, UnroutedResponse>>;
}

/**
 * Checks at load that each route stands under its own `operationId`, so that whoever looks a route up by name gets that route.
 *
 * @throws Error naming the route that stands under another name.
 */
export function defineApi<const Routes extends Readonly<Record<string, Route>>>(
  api: ApiDefinition<Routes>,
): ApiDefinition<Routes> {
  for (const [key, route] of Object.entries(api.routes)) {
    if (route.operationId !== key) {
      throw new Error(
        `The route under "${key}" of ${api.name} has the operationId "${route.operationId}". Give both the same name.`,
      );
    }
  }
  return api;
}
