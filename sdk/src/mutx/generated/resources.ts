// Generated from spec/openapi/mutx.json. Do not edit: change spec/src and run `npm run generate`.
import { Client } from "../../core/client.js";
import type { Call } from "../../core/call.js";
import type { ConflictError } from "../../core/conflict-error.js";
import type { CallError, AuthenticationError, InvalidRequestError, NotFoundError, RateLimitError, ServerError } from "../../core/errors.js";
import type { List } from "../../core/list.js";
import type { ClientOptions, ListOptions, RequestOptions } from "../../core/options.js";
import { itemOffset } from "../../core/paging.js";
import { Resource } from "../../core/resource.js";
import type { components, operations, paths } from "./schema.js";

/** What every key of the API starts with. */
export const keyPrefix = "mutx_live_";

/** Body fields that the spec marks as secret: never logged. */
export const secretFields = ["access_token","api_key","key","password","refresh_token"];

/** Where each path lives, and what may prove who is calling; a path that is not here goes the usual way. */
export const routes = [
  { path: /^(?:\/auth\/register|\/auth\/login)$/, schemes: [] },
] as const;

/** What a caller gives: a field that may be left out may be `undefined` too. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> } : T;

export type Agent = components["schemas"]["Agent"];
/**
 * The pagination envelope.
 */
export type AgentPage = components["schemas"]["AgentPage"];
/**
 * A key as it is listed.
 */
export type ApiKey = components["schemas"]["ApiKey"];
/**
 * The pagination envelope.
 */
export type ApiKeyPage = components["schemas"]["ApiKeyPage"];
export type CreateApiKeyBody = Loose<components["schemas"]["CreateApiKeyBody"]>;
/**
 * A new key. This is the only answer that holds it.
 */
export type CreatedApiKey = components["schemas"]["CreatedApiKey"];
/**
 * One input that is wrong.
 */
export type ErrorDetail = components["schemas"]["ErrorDetail"];
/**
 * The body of a refusal with a status from 400 to 409.
 */
export type ErrorEnvelope = components["schemas"]["ErrorEnvelope"];
/**
 * The body of a 422 and a 500.
 */
export type ErrorReport = components["schemas"]["ErrorReport"];
export type LoginBody = Loose<components["schemas"]["LoginBody"]>;
/**
 * Who is calling.
 */
export type Me = components["schemas"]["Me"];
/**
 * The pagination envelope.
 */
export type Page = components["schemas"]["Page"];
/**
 * The body of a 429.
 */
export type RateLimitReport = components["schemas"]["RateLimitReport"];
export type RegisterBody = Loose<components["schemas"]["RegisterBody"]>;
export type Registration = components["schemas"]["Registration"];
export type TokenPair = components["schemas"]["TokenPair"];

export type ListApiKeysError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type ListApiKeysQuery = Loose<NonNullable<operations["listApiKeys"]["parameters"]["query"]>>;
export type CreateApiKeyError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | ConflictError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type GetApiKeyError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | NotFoundError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type DeleteApiKeyError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | NotFoundError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type RotateApiKeyError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | NotFoundError | ConflictError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type ListAgentsError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type ListAgentsQuery = Loose<NonNullable<operations["listAgents"]["parameters"]["query"]>>;
export type RegisterError = (InvalidRequestError & { readonly status: 400 | 422 }) | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type LoginError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type MeError = AuthenticationError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;

/**
 * Create, list, look up, rotate and revoke the keys of an account.
 */
export class ApiKeys extends Resource {
  /**
   * List the API keys of the account: `GET /api-keys`
   *
   * Newest first, never with the key itself. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). The page promises all *active* keys, and this document follows it: revoked keys are not listed, though today's server lists them too; expired keys are, with `is_active` true. The page object is today's server's.
   *
   * @example
   * for await (const item of mutx.apiKeys.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListApiKeysQuery, options?: ListOptions): List<ApiKey, ApiKeyPage, ListApiKeysError> {
    return this.paginate(itemOffset("items", "skip"), "/api-keys", query, options);
  }

  /**
   * Create an API key: `POST /api-keys`
   *
   * Makes a key for the account and shows it, this once. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). It inherits the whole account and has no scopes. A repeated call makes a second key.
   *
   * @example
   * const result = await mutx.apiKeys.create({ name: "GitHub Actions", expires_in_days: 30 });
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {ConflictError} on 409
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(body: CreateApiKeyBody, options?: RequestOptions): Call<CreatedApiKey, CreateApiKeyError> {
    return this.call("POST", "/api-keys", { body }, options);
  }

  /**
   * Retrieve an API key: `GET /api-keys/{key_id}`
   *
   * One key of the account. A revoked one stays readable here, with `is_active` false. The page does not mention this operation.
   *
   * @param key_id The id of the key.
   * @example
   * const result = await mutx.apiKeys.get("3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60");
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  get(key_id: string, options?: RequestOptions): Call<ApiKey, GetApiKeyError> {
    return this.call("GET", "/api-keys/{key_id}", { params: { path: { key_id } } }, options);
  }

  /**
   * Revoke an API key: `DELETE /api-keys/{key_id}`
   *
   * The key stops working at once, for good, and is gone from the list. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). The page says it is deleted; today's server keeps the record with `is_active` false, so that `getApiKey` still finds it and a second call answers 204 again. A key may delete itself.
   *
   * @param key_id The id of the key.
   * @example
   * await mutx.apiKeys.delete("3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60");
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  delete(key_id: string, options?: RequestOptions): Call<void, DeleteApiKeyError> {
    return this.call("DELETE", "/api-keys/{key_id}", { params: { path: { key_id } } }, options, false);
  }

  /**
   * Rotate an API key in place: `POST /api-keys/{key_id}/rotate`
   *
   * Makes a new key with a new id, the same name and the same absolute `expires_at`, and shows it, this once. **The old key is dead in the same instant**: whoever still uses it is refused until it has the new one, and if this answer is lost, so is the new key. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). A key may rotate itself. Rotation does not count towards the plan's limit.
   *
   * @param key_id The id of the key.
   * @example
   * const result = await mutx.apiKeys.rotate("3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60");
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {NotFoundError} on 404
   * @throws {ConflictError} on 409
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  rotate(key_id: string, options?: RequestOptions): Call<CreatedApiKey, RotateApiKeyError> {
    return this.call("POST", "/api-keys/{key_id}/rotate", { params: { path: { key_id } } }, options);
  }
}

/**
 * The agents of an account.
 */
export class Agents extends Resource {
  /**
   * List the agents of the account: `GET /agents`
   *
   * The page's example of a call with `X-API-Key`. It writes `https://api.mutx.dev/agents`; today's server has it under `/v1`.
   *
   * @example
   * for await (const item of mutx.agents.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListAgentsQuery, options?: ListOptions): List<Agent, AgentPage, ListAgentsError> {
    return this.paginate(itemOffset("items", "skip"), "/agents", query, options);
  }
}

/**
 * Sign up, sign in, and who is calling.
 */
export class Auth extends Resource {
  /**
   * Sign up: `POST /auth/register`
   *
   * Makes an account on the FREE plan and signs in.
   *
   * @example
   * const result = await mutx.auth.register({ email: "ada@example.com", name: "Ada", password: "Correct-Horse-7!" });
   * @throws {InvalidRequestError} on 400, 422
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  register(body: RegisterBody, options?: RequestOptions): Call<Registration, RegisterError> {
    return this.call("POST", "/auth/register", { body }, options);
  }

  /**
   * Sign in: `POST /auth/login`
   *
   * Gives an access token and a refresh token. (For a deactivated account, or one whose email must be confirmed first, the source says 403, which this document does not declare.)
   *
   * @example
   * const result = await mutx.auth.login({ email: "ada@example.com", password: "Correct-Horse-7!" });
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  login(body: LoginBody, options?: RequestOptions): Call<TokenPair, LoginError> {
    return this.call("POST", "/auth/login", { body }, options);
  }

  /**
   * Who is calling: `GET /auth/me`
   *
   * The user that the token or the key belongs to.
   *
   * @example
   * const result = await mutx.auth.me();
   * @throws {AuthenticationError} on 401
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  me(options?: RequestOptions): Call<Me, MeError> {
    return this.call("GET", "/auth/me", {}, options);
  }
}

/** Every resource of the API, made with the client. */
export abstract class Resources<Options extends ClientOptions> extends Client<paths, Options> {
  /**
   * Create, list, look up, rotate and revoke the keys of an account.
   */
  readonly apiKeys = new ApiKeys(this.transport);
  /**
   * The agents of an account.
   */
  readonly agents = new Agents(this.transport);
  /**
   * Sign up, sign in, and who is calling.
   */
  readonly auth = new Auth(this.transport);
}
