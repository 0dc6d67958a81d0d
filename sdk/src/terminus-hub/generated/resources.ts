// Generated from spec/openapi/terminus-hub.json. Do not edit: change spec/src and run `npm run generate`.
import { Client } from "../../core/client.js";
import type { Call } from "../../core/call.js";
import type { CallError, AuthenticationError, InvalidRequestError, NotFoundError, PermissionDeniedError, RateLimitError, ServerError } from "../../core/errors.js";
import type { List } from "../../core/list.js";
import type { ClientOptions, ListOptions, RequestOptions } from "../../core/options.js";
import { pageNumber } from "../../core/paging.js";
import { Resource } from "../../core/resource.js";
import type { components, operations, paths } from "./schema.js";

/** What every key of the API starts with. */
export const keyPrefix = "thub_";

/** Body fields that the spec marks as secret: never logged. */
export const secretFields = ["key"];

/** What a caller gives: a field that may be left out may be `undefined` too. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> } : T;

/**
 * A key as it is listed. Its secret is shown once, by `createApiKey`, and never again.
 */
export type ApiKey = components["schemas"]["ApiKey"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type ApiKeyPage = components["schemas"]["ApiKeyPage"];
export type CreateApiKeyBody = Loose<components["schemas"]["CreateApiKeyBody"]>;
export type CreateSubmissionBody = Loose<components["schemas"]["CreateSubmissionBody"]>;
/**
 * A new key with its secret. This is the only answer that holds it.
 */
export type CreatedApiKey = components["schemas"]["CreatedApiKey"];
/**
 * The body of every error answer of this API: the same five fields everywhere.
 */
export type ErrorEnvelope = components["schemas"]["ErrorEnvelope"];
/**
 * A set of taxonomies an account has agreed on.
 */
export type GovernanceModel = components["schemas"]["GovernanceModel"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type GovernanceModelPage = components["schemas"]["GovernanceModelPage"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type Page = components["schemas"]["Page"];
/**
 * An approved row of a workspace. Read-only.
 */
export type Record = components["schemas"]["Record"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type RecordPage = components["schemas"]["RecordPage"];
/**
 * Rows proposed for one taxonomy of one workspace.
 */
export type Submission = components["schemas"]["Submission"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type SubmissionPage = components["schemas"]["SubmissionPage"];
/**
 * One row of a submission. Invalid values may be saved in a draft.
 */
export type SubmissionRow = components["schemas"]["SubmissionRow"];
/**
 * A place in an account that holds records and submissions.
 */
export type Workspace = components["schemas"]["Workspace"];
/**
 * The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.
 */
export type WorkspacePage = components["schemas"]["WorkspacePage"];

export type ListApiKeysError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListApiKeysQuery = Loose<NonNullable<operations["listApiKeys"]["parameters"]["query"]>>;
export type CreateApiKeyError = (InvalidRequestError & { readonly status: 400 | 413 | 415 | 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type DeleteApiKeyError = AuthenticationError | PermissionDeniedError | NotFoundError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListWorkspacesError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListWorkspacesQuery = Loose<NonNullable<operations["listWorkspaces"]["parameters"]["query"]>>;
export type GetWorkspaceError = AuthenticationError | PermissionDeniedError | NotFoundError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListGovernanceModelsError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListGovernanceModelsQuery = Loose<NonNullable<operations["listGovernanceModels"]["parameters"]["query"]>>;
export type ListSubmissionsError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListSubmissionsQuery = Loose<NonNullable<operations["listSubmissions"]["parameters"]["query"]>>;
export type CreateSubmissionError = (InvalidRequestError & { readonly status: 400 | 413 | 415 | 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListRecordsError = (InvalidRequestError & { readonly status: 422 }) | AuthenticationError | PermissionDeniedError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;
export type ListRecordsQuery = Loose<NonNullable<operations["listRecords"]["parameters"]["query"]>>;
export type GetRecordError = AuthenticationError | PermissionDeniedError | NotFoundError | RateLimitError | (ServerError & { readonly status: 500 | 503 }) | CallError;

/**
 * Create, list and delete the keys of an account.
 */
export class ApiKeys extends Resource {
  /**
   * List the API keys of the account: `GET /api/v1/api_keys`
   *
   * Name, creation and last use of each key; never a secret. Newest first (inferred).
   *
   * The operation's path is inferred, not documented.
   *
   * @example
   * for await (const item of hub.apiKeys.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListApiKeysQuery, options?: ListOptions): List<ApiKey, ApiKeyPage, ListApiKeysError> {
    return this.paginate(pageNumber, "/api/v1/api_keys", query, options);
  }

  /**
   * Create an API key: `POST /api/v1/api_keys`
   *
   * Makes a key for the account and shows its secret, this once. Who may: an owner's or admin's session, and (inferred, since the vendor's pages disagree) any key of the account. The API has no idempotency key, so a repeated call makes a second key.
   *
   * @example
   * const result = await hub.apiKeys.create({ name: "CI pipeline" });
   * @throws {InvalidRequestError} on 400, 413, 415, 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(body: CreateApiKeyBody, options?: RequestOptions): Call<CreatedApiKey, CreateApiKeyError> {
    return this.call("POST", "/api/v1/api_keys", { body }, options);
  }

  /**
   * Delete an API key: `DELETE /api/v1/api_keys/{id}`
   *
   * Revokes the key: its token stops working at once, for good. A key may delete itself (inferred).
   *
   * The operation's path is inferred, not documented.
   *
   * @param id The id of the key.
   * @example
   * await hub.apiKeys.delete("0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10");
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {NotFoundError} on 404
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  delete(id: string, options?: RequestOptions): Call<void, DeleteApiKeyError> {
    return this.call("DELETE", "/api/v1/api_keys/{id}", { params: { path: { id } } }, options, false);
  }
}

/**
 * Where records and submissions live.
 */
export class Workspaces extends Resource {
  /**
   * List the workspaces of the account: `GET /api/v1/workspaces`
   *
   * Newest first (inferred).
   *
   * @example
   * for await (const item of hub.workspaces.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListWorkspacesQuery, options?: ListOptions): List<Workspace, WorkspacePage, ListWorkspacesError> {
    return this.paginate(pageNumber, "/api/v1/workspaces", query, options);
  }

  /**
   * Retrieve a workspace: `GET /api/v1/workspaces/{id}`
   *
   * One workspace of the account, by id.
   *
   * The operation's path is inferred, not documented.
   *
   * @param id The id of the workspace.
   * @example
   * const result = await hub.workspaces.get("5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50");
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {NotFoundError} on 404
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  get(id: string, options?: RequestOptions): Call<Workspace, GetWorkspaceError> {
    return this.call("GET", "/api/v1/workspaces/{id}", { params: { path: { id } } }, options);
  }
}

/**
 * The agreed sets of taxonomies, to browse.
 */
export class GovernanceModels extends Resource {
  /**
   * List the governance models of the account: `GET /api/v1/governance_models`
   *
   * Names and descriptions. No endpoint reveals the ids of a model's taxonomies. Newest first (inferred).
   *
   * The operation's path is inferred, not documented.
   *
   * @example
   * for await (const item of hub.governanceModels.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListGovernanceModelsQuery, options?: ListOptions): List<GovernanceModel, GovernanceModelPage, ListGovernanceModelsError> {
    return this.paginate(pageNumber, "/api/v1/governance_models", query, options);
  }
}

/**
 * Rows proposed to a workspace.
 */
export class Submissions extends Resource {
  /**
   * List submissions: `GET /api/v1/submissions`
   *
   * The submissions of the account, filtered by workspace and taxonomy if asked. Newest first (inferred).
   *
   * The operation's path is inferred, not documented.
   *
   * @example
   * for await (const item of hub.submissions.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListSubmissionsQuery, options?: ListOptions): List<Submission, SubmissionPage, ListSubmissionsError> {
    return this.paginate(pageNumber, "/api/v1/submissions", query, options);
  }

  /**
   * Create a submission: `POST /api/v1/submissions`
   *
   * Saves rows as a new `draft`. Review and approval happen in the web app. The API has no idempotency key, so a repeated call makes a second submission.
   *
   * The operation's path is inferred, not documented.
   *
   * @example
   * const result = await hub.submissions.create({ workspace_id: "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50", taxonomy_id: "7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40", rows: [{ data: { utm_source: "newsletter", utm_medium: "email", utm_campaign: "spring_launch" } }] });
   * @throws {InvalidRequestError} on 400, 413, 415, 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  create(body: CreateSubmissionBody, options?: RequestOptions): Call<Submission, CreateSubmissionError> {
    return this.call("POST", "/api/v1/submissions", { body }, options);
  }
}

/**
 * The approved rows of a workspace.
 */
export class Records extends Resource {
  /**
   * List records: `GET /api/v1/records`
   *
   * The records of the account, of one workspace or taxonomy or status if asked. Deleted records are hidden. Newest first (inferred).
   *
   * @example
   * for await (const item of hub.records.list()) console.log(item.id);
   * @throws {InvalidRequestError} on 422
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  list(query?: ListRecordsQuery, options?: ListOptions): List<Record, RecordPage, ListRecordsError> {
    return this.paginate(pageNumber, "/api/v1/records", query, options);
  }

  /**
   * Retrieve a record: `GET /api/v1/records/{id}`
   *
   * One record of the account, by id. A deleted record is not found.
   *
   * The operation's path is inferred, not documented.
   *
   * @param id The id of the record.
   * @example
   * const result = await hub.records.get("9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10");
   * @throws {AuthenticationError} on 401
   * @throws {PermissionDeniedError} on 403
   * @throws {NotFoundError} on 404
   * @throws {RateLimitError} on 429
   * @throws {ServerError} on 500, 503
   * @throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer
   */
  get(id: string, options?: RequestOptions): Call<Record, GetRecordError> {
    return this.call("GET", "/api/v1/records/{id}", { params: { path: { id } } }, options);
  }
}

/** Every resource of the API, made with the client. */
export abstract class Resources<Options extends ClientOptions> extends Client<paths, Options> {
  /**
   * Create, list and delete the keys of an account.
   */
  readonly apiKeys = new ApiKeys(this.transport);
  /**
   * Where records and submissions live.
   */
  readonly workspaces = new Workspaces(this.transport);
  /**
   * The agreed sets of taxonomies, to browse.
   */
  readonly governanceModels = new GovernanceModels(this.transport);
  /**
   * Rows proposed to a workspace.
   */
  readonly submissions = new Submissions(this.transport);
  /**
   * The approved rows of a workspace.
   */
  readonly records = new Records(this.transport);
}
