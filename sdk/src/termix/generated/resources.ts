// Generated from spec/openapi/termix.json. Do not edit: change spec/src and run `npm run generate`.
import { Client } from "../../core/client.js";
import type { Call } from "../../core/call.js";
import type { ConflictError } from "../../core/conflict-error.js";
import type { CallError, AuthenticationError, InvalidRequestError, NotFoundError, PermissionDeniedError, RateLimitError, ServerError } from "../../core/errors.js";
import type { List } from "../../core/list.js";
import type { ClientOptions, ListOptions, RequestOptions } from "../../core/options.js";
import { allAtOnce, itemOffset } from "../../core/paging.js";
import { Resource } from "../../core/resource.js";
import type { components, operations, paths } from "./schema.js";

/** What every key of the API starts with. */
export const keyPrefix = "tmx_";

/** Body fields that the spec marks as secret: never logged. */
export const secretFields = ["password","token"];

/** Where each path lives, and what may prove who is calling; a path that is not here goes the usual way. */
export const routes = [
  { path: /^(?:\/users\/create|\/users\/login|\/health)$/, schemes: [] },
] as const;

/** What a caller gives: a field that may be left out may be `undefined` too. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> } : T;

/**
 * A key as it is listed.
 */
export type ApiKey = components["schemas"]["ApiKey"];
export type ApiKeyList = components["schemas"]["ApiKeyList"];
/**
 * Fields that are not listed are ignored.
 */
export type CreateApiKeyBody = Loose<components["schemas"]["CreateApiKeyBody"]>;
export type CreateUserBody = Loose<components["schemas"]["CreateUserBody"]>;
/**
 * A new key with its token. This is the only answer that holds it.
 */
export type CreatedApiKey = components["schemas"]["CreatedApiKey"];
export type CreatedUser = components["schemas"]["CreatedUser"];
/**
 * The body of a refusal.
 */
export type ErrorEnvelope = components["schemas"]["ErrorEnvelope"];
export type Health = components["schemas"]["Health"];
export type Login = components["schemas"]["Login"];
export type LoginBody = Loose<components["schemas"]["LoginBody"]>;
/**
 * The same as a form.
 */
export type LoginForm = components["schemas"]["LoginForm"];
/**
 * Too many failed logins.
 */
export type LoginLocked = components["schemas"]["LoginLocked"];
export type Logout = components["schemas"]["Logout"];
/**
 * Who is calling.
 */
export type Me = components["schemas"]["Me"];
export type Success = components["schemas"]["Success"];
export type User = components["schemas"]["User"];
export type UserList = components["schemas"]["UserList"];

export type ListApiKeysError = AuthenticationError | PermissionDeniedError | (ServerError & { readonly status: 500 }) | CallError;
export type CreateApiKeyError = (InvalidRequestError & { readonly status: 400 }) | AuthenticationError | PermissionDeniedError | NotFoundError | (ServerError & { readonly status: 500 }) | CallError;
export type DeleteApiKeyError = AuthenticationError | PermissionDeniedError | NotFoundError | (ServerError & { readonly status: 500 }) | CallError;
export type ListUsersError = AuthenticationError | PermissionDeniedError | (ServerError & { readonly status: 500 }) | CallError;
export type ListUsersQuery = Loose<NonNullable<operations["listUsers"]["parameters"]["query"]>>;
export type MeError = AuthenticationError | PermissionDeniedError | (ServerError & { readonly status: 500 }) | CallError;
export type CreateUserError = (InvalidRequestError & { readonly status: 400 }) | ConflictError | (ServerError & { readonly status: 500 }) | CallError;
export type LoginError = (InvalidRequestError & { readonly status: 400 }) | AuthenticationError | RateLimitError | (ServerError & { readonly status: 500 }) | CallError;
export type LogoutError = AuthenticationError | PermissionDeniedError | (ServerError & { readonly status: 500 }) | CallError;
export type GetHealthError = CallError;

/**
 * Create, list and delete the keys of an instance. Admins only.
 */
export class ApiKeys extends Resource {
  /**
   * List the API keys of the instance: `GET /users/api-keys`
   *
   * The keys of all users, oldest first, never with a token. Admins only. Expired keys stay in the list, with `isActive` true; deleted ones are gone.
   *
   * @example
   * for await (const item of termix.apiKeys.list()) console.log(item.id);
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(options?: ListOptions): List<ApiKey, ApiKeyList, ListApiKeysError> {
    return this.paginate(allAtOnce("apiKeys"), "/users/api-keys", undefined, options);
  }

  /**
   * Create an API key for a user: `POST /users/api-keys`
   *
   * Makes a key that acts as the given user, and shows its token, this once. Admins only: a session, or an admin's own key. The body is checked in this order: `name`, `userId`, whether the user exists, whether `expiresAt` is a date, whether it is later than now (now counts as past). A repeated call makes a second key.
   *
   * @example
   * const result = await termix.apiKeys.create({ name: "ci-pipeline", userId: "x7Kp2Qm9LrT4vWc8Yb1Nd", expiresAt: "2099-12-31" });
   * @throws {InvalidRequestError} on 400
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {NotFoundError} on 404
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(body: CreateApiKeyBody, options?: RequestOptions): Call<CreatedApiKey, CreateApiKeyError> {
    return this.call("POST", "/users/api-keys", { body }, options);
  }

  /**
   * Delete an API key: `DELETE /users/api-keys/{keyId}`
   *
   * Revokes the key for good: its token stops working at once. Admins only.
   *
   * @param keyId The id of the key.
   * @example
   * await termix.apiKeys.delete("V1StGXR8_Z5jdHi6B-myT");
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {NotFoundError} on 404
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  delete(keyId: string, options?: RequestOptions): Call<void, DeleteApiKeyError> {
    return this.call("DELETE", "/users/api-keys/{keyId}", { params: { path: { keyId } } }, options, false);
  }
}

/**
 * The users of an instance.
 */
export class Users extends Resource {
  /**
   * List the users of the instance: `GET /users/list`
   *
   * Any user may. This is the working form of the documentation's sample `curl https://HOST/api/users`: the server has no `/api` prefix. Without `limit` the answer holds all users (inferred).
   *
   * @example
   * for await (const item of termix.users.list()) console.log(item.userId);
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListUsersQuery, options?: ListOptions): List<User, UserList, ListUsersError> {
    return this.paginate(itemOffset("users", "offset"), "/users/list", query, options);
  }

  /**
   * Who is calling: `GET /users/me`
   *
   * The user that the session or the key acts as.
   *
   * @example
   * const result = await termix.users.me();
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  me(options?: RequestOptions): Call<Me, MeError> {
    return this.call("GET", "/users/me", {}, options);
  }

  /**
   * Create a user: `POST /users/create`
   *
   * Signs a user up. The first user of an instance is its admin. Anyone may, unless the instance has registration switched off (then the source says 403, which this document does not declare).
   *
   * @example
   * const result = await termix.users.create({ username: "admin", password: "correct horse battery staple" });
   * @throws {InvalidRequestError} on 400
   * @throws {ConflictError} on 409
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(body: CreateUserBody, options?: RequestOptions): Call<CreatedUser, CreateUserError> {
    return this.call("POST", "/users/create", { body }, options);
  }
}

/**
 * Sign in and out.
 */
export class Auth extends Resource {
  /**
   * Sign in: `POST /users/login`
   *
   * Checks a name and a password, and sets the session cookie. With the header `X-Electron-App: true` the session token is in the body too: the way for programs that keep no cookies. Five failures within ten minutes lock it. Accounts with a second factor, and instances with password sign-in switched off, answer in ways that this document does not describe.
   *
   * @example
   * const result = await termix.auth.login({ username: "admin", password: "correct horse battery staple" });
   * @throws {InvalidRequestError} on 400
   * @throws {AuthenticationError} on 401
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  login(body: LoginBody, options?: RequestOptions): Call<Login, LoginError> {
    return this.call("POST", "/users/login", { body }, options);
  }

  /**
   * Sign out: `POST /users/logout`
   *
   * Ends the caller's session. With an API key it answers the same and ends nothing (inferred).
   *
   * @example
   * const result = await termix.auth.logout();
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {ServerError} on 500
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  logout(options?: RequestOptions): Call<Logout, LogoutError> {
    return this.call("POST", "/users/logout", {}, options);
  }
}

/**
 * Whether the instance is up.
 */
export class HealthResource extends Resource {
  /**
   * Whether the instance is up: `GET /health`
   *
   * Anyone may ask.
   *
   * @example
   * const result = await termix.health.get();
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  get(options?: RequestOptions): Call<Health, GetHealthError> {
    return this.call("GET", "/health", {}, options);
  }
}

/** Every resource of the API, made with the client. */
export abstract class Resources<Options extends ClientOptions> extends Client<paths, Options> {
  /**
   * Create, list and delete the keys of an instance. Admins only.
   */
  readonly apiKeys = new ApiKeys(this.transport);
  /**
   * The users of an instance.
   */
  readonly users = new Users(this.transport);
  /**
   * Sign in and out.
   */
  readonly auth = new Auth(this.transport);
  /**
   * Whether the instance is up.
   */
  readonly health = new HealthResource(this.transport);
}
