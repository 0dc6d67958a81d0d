// Generated from spec/openapi/traylinx.json. Do not edit: change spec/src and run `npm run generate`.
import { Client } from "../../core/client.js";
import type { Call } from "../../core/call.js";
import type { CallError, AuthenticationError, InvalidRequestError, NotFoundError, ServerError } from "../../core/errors.js";
import type { List } from "../../core/list.js";
import type { ClientOptions, ListOptions, RequestOptions } from "../../core/options.js";
import { allAtOnce } from "../../core/paging.js";
import { Resource } from "../../core/resource.js";
import type { components, operations, paths } from "./schema.js";

/** What every key of the API starts with. */
export const keyPrefix = "sk-lf-";

/** Body fields that the spec marks as secret: never logged. */
export const secretFields = ["accessToken","password","refreshToken","secretKey"];

/** Where each path lives, and what may prove who is calling; a path that is not here goes the usual way. */
export const routes = [
  { path: /^(?:\/organizations\/[^/]+\/projects\/[^/]+\/api_keys|\/organizations\/[^/]+\/projects\/[^/]+\/api_keys\/[^/]+)$/, server: "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api", schemes: ["accessToken"] },
  { path: /^(?:\/models)$/, server: "https://switchai.traylinx.com/v1", schemes: ["projectKey"] },
  { path: /^(?:\/oauth\/token)$/, server: "https://api.traylinx.com/ma-authentication-ms/v1/api", schemes: [] },
] as const;

/** What a caller gives: a field that may be left out may be `undefined` too. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> } : T;

export type ApiKey = components["schemas"]["ApiKey"];
export type ApiKeyList = components["schemas"]["ApiKeyList"];
export type CreateApiKeyBody = Loose<components["schemas"]["CreateApiKeyBody"]>;
/**
 * A new key with its secret. This is the only answer that holds it.
 */
export type CreatedApiKey = components["schemas"]["CreatedApiKey"];
/**
 * The body of a refusal: one of three shapes. Read them all.
 */
export type ErrorEnvelope = components["schemas"]["ErrorEnvelope"];
/**
 * One problem. The sample of the documentation is cut off: it may carry more.
 */
export type ErrorItem = components["schemas"]["ErrorItem"];
/**
 * The documented shape of a refusal.
 */
export type ErrorList = components["schemas"]["ErrorList"];
/**
 * Another shape that was seen.
 */
export type ErrorMessage = components["schemas"]["ErrorMessage"];
/**
 * Another shape that was seen.
 */
export type ErrorText = components["schemas"]["ErrorText"];
export type LoginBody = Loose<components["schemas"]["LoginBody"]>;
export type Model = components["schemas"]["Model"];
export type ModelList = components["schemas"]["ModelList"];
export type Session = components["schemas"]["Session"];

export type ListApiKeysError = AuthenticationError | NotFoundError | (ServerError & { readonly status: 500 }) | CallError;
export type CreateApiKeyError = (InvalidRequestError & { readonly status: 400 | 422 }) | AuthenticationError | NotFoundError | (ServerError & { readonly status: 500 }) | CallError;
export type DeleteApiKeyError = AuthenticationError | NotFoundError | (ServerError & { readonly status: 500 }) | CallError;
export type ListModelsError = AuthenticationError | (ServerError & { readonly status: 500 }) | CallError;
export type LoginError = (InvalidRequestError & { readonly status: 400 | 422 }) | AuthenticationError | (ServerError & { readonly status: 500 }) | CallError;

/**
 * Create, list and delete the keys of a project.
 */
export class ApiKeys extends Resource {
  /**
   * List the API keys of a project: `GET /organizations/{organizationId}/projects/{projectId}/api_keys`
   *
   * The keys of the project, never with a secret. There are no pages; the order is not known.
   *
   * @param organizationId The organisation the project belongs to.
   * @param projectId The project the key belongs to.
   * @example
   * for await (const item of traylinx.apiKeys.list("org-1", "project-1")) console.log(item.id);
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(organizationId: string, projectId: string, options?: ListOptions): List<ApiKey, ApiKeyList, ListApiKeysError> {
    return this.paginate(allAtOnce("data"), "/organizations/{organizationId}/projects/{projectId}/api_keys", undefined, options, { organizationId, projectId });
  }

  /**
   * Create an API key for a project: `POST /organizations/{organizationId}/projects/{projectId}/api_keys`
   *
   * Makes a key pair for the project and shows the secret half, this once. It grants full access to the project. A repeated call makes a second pair.
   *
   * @param organizationId The organisation the project belongs to.
   * @param projectId The project the key belongs to.
   * @example
   * const result = await traylinx.apiKeys.create("org-1", "project-1", { data: { attributes: { note: "GitHub Actions deploy", expiresAt: "2026-12-31" } } });
   * @throws {InvalidRequestError} on 400, 422
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(organizationId: string, projectId: string, body: CreateApiKeyBody, options?: RequestOptions): Call<CreatedApiKey, CreateApiKeyError> {
    return this.call("POST", "/organizations/{organizationId}/projects/{projectId}/api_keys", { params: { path: { organizationId, projectId } }, body }, options);
  }

  /**
   * Delete an API key: `DELETE /organizations/{organizationId}/projects/{projectId}/api_keys/{id}`
   *
   * Immediate and for good: the next call with the key gets 401. The vendor's command-line client takes 200, 204 and 404 alike as done.
   *
   * @param organizationId The organisation the project belongs to.
   * @param projectId The project the key belongs to.
   * @param id The id of the key.
   * @example
   * await traylinx.apiKeys.delete("org-1", "project-1", "clx7k2m9q0001");
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  delete(organizationId: string, projectId: string, id: string, options?: RequestOptions): Call<void, DeleteApiKeyError> {
    return this.call("DELETE", "/organizations/{organizationId}/projects/{projectId}/api_keys/{id}", { params: { path: { organizationId, projectId, id } } }, options, false);
  }
}

/**
 * What a project's key opens.
 */
export class Models extends Resource {
  /**
   * List the models that the key opens: `GET /models`
   *
   * Lives on the model host, which is OpenAI-compatible and takes the project's secret key. (Its other calls, such as `POST /chat/completions`, are not described here.)
   *
   * @example
   * for await (const item of traylinx.models.list()) console.log(item.id);
   * @throws {AuthenticationError} on 401
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(options?: ListOptions): List<Model, ModelList, ListModelsError> {
    return this.paginate(allAtOnce("data"), "/models", undefined, options);
  }
}

/**
 * Sign in.
 */
export class Auth extends Resource {
  /**
   * Sign in: `POST /oauth/token`
   *
   * Lives on the authentication host. Gives the access token that the key operations take.
   *
   * @example
   * const result = await traylinx.auth.login({ username: "ada@example.com", password: "correct horse battery staple" });
   * @throws {InvalidRequestError} on 400, 422
   * @throws {AuthenticationError} on 401
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  login(body: LoginBody, options?: RequestOptions): Call<Session, LoginError> {
    return this.call("POST", "/oauth/token", { body }, options);
  }
}

/** Every resource of the API, made with the client. */
export abstract class Resources<Options extends ClientOptions> extends Client<paths, Options> {
  /**
   * Create, list and delete the keys of a project.
   */
  readonly apiKeys = new ApiKeys(this.transport);
  /**
   * What a project's key opens.
   */
  readonly models = new Models(this.transport);
  /**
   * Sign in.
   */
  readonly auth = new Auth(this.transport);
}
