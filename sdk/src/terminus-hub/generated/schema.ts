// Generated from spec/openapi/terminus-hub.json. Do not edit: change spec/src and run `npm run generate`.
export interface paths {
    "/api/v1/api_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys of the account
         * @description Name, creation and last use of each key; never a secret. Newest first (inferred).
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Makes a key for the account and shows its secret, this once. Who may: an owner's or admin's session, and (inferred, since the vendor's pages disagree) any key of the account. The API has no idempotency key, so a repeated call makes a second key.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api_keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description Revokes the key: its token stops working at once, for good. A key may delete itself (inferred).
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workspaces of the account
         * @description Newest first (inferred).
         */
        get: operations["listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a workspace
         * @description One workspace of the account, by id.
         */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/governance_models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the governance models of the account
         * @description Names and descriptions. No endpoint reveals the ids of a model's taxonomies. Newest first (inferred).
         */
        get: operations["listGovernanceModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List submissions
         * @description The submissions of the account, filtered by workspace and taxonomy if asked. Newest first (inferred).
         */
        get: operations["listSubmissions"];
        put?: never;
        /**
         * Create a submission
         * @description Saves rows as a new `draft`. Review and approval happen in the web app. The API has no idempotency key, so a repeated call makes a second submission.
         */
        post: operations["createSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List records
         * @description The records of the account, of one workspace or taxonomy or status if asked. Deleted records are hidden. Newest first (inferred).
         */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a record
         * @description One record of the account, by id. A deleted record is not found.
         */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A key as it is listed. Its secret is shown once, by `createApiKey`, and never again. */
        ApiKey: {
            /**
             * Format: uuid
             * @description The id of the key, which `deleteApiKey` takes.
             * @example 0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10
             */
            id: string;
            /**
             * @description What the key is for. Not unique.
             * @example CI pipeline
             */
            name: string;
            /**
             * Format: date-time
             * @description When the key was made: an RFC 3339 time.
             * @example 2026-01-15T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the key last authenticated a request, or null if it never has. Each successful authentication moves it.
             * @example 2026-02-01T12:00:00.000Z
             */
            last_used_at: string | null;
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        ApiKeyPage: {
            /** @description The keys on this page. */
            items: components["schemas"]["ApiKey"][];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
        CreateApiKeyBody: {
            /**
             * @description What the key is for: 1 to 255 characters after trimming (the bounds are inferred). Need not be unique.
             * @example CI pipeline
             */
            name: string;
        };
        CreateSubmissionBody: {
            /**
             * @description The workspace it is for. An unknown one is refused with 422.
             * @example 5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50
             */
            workspace_id: string;
            /**
             * @description The taxonomy its rows follow. No endpoint lists taxonomies: take it from an existing submission. An unknown one is refused with 422.
             * @example 7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40
             */
            taxonomy_id: string;
            /** @description One or more rows. */
            rows: components["schemas"]["SubmissionRow"][];
        };
        /** @description A new key with its secret. This is the only answer that holds it. */
        CreatedApiKey: {
            /**
             * Format: uuid
             * @description The id of the key, which `deleteApiKey` takes.
             * @example 0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10
             */
            id: string;
            /**
             * @description What the key is for. Not unique.
             * @example CI pipeline
             */
            name: string;
            /**
             * Format: date-time
             * @description When the key was made: an RFC 3339 time.
             * @example 2026-01-15T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the key last authenticated a request, or null if it never has. Each successful authentication moves it.
             * @example 2026-02-01T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * @description The full key, shown this once: `thub_` and random characters. Only a one-way hash of it is kept.
             * @example thub_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
             */
            key: string;
        };
        /** @description The body of every error answer of this API: the same five fields everywhere. */
        ErrorEnvelope: {
            /** @description What went wrong. */
            error: {
                /**
                 * @description The kind of error, such as `authentication_error`. The vendor's list could not be read in full: treat an unknown value like its status.
                 * @example authentication_error
                 * @example invalid_request_error
                 * @example rate_limit_error
                 */
                type: string;
                /** @description A finer code where the vendor documents one, else null. Never branch on it for a 401: it is null. */
                code: string | null;
                /** @description A sentence for a human. Its wording may change; only the 401 text is documented. */
                message: string;
                /**
                 * @description The name of the input at fault, or null.
                 * @example name
                 * @example limit
                 */
                param: string | null;
                /**
                 * @description The place inside a nested body, such as `rows.0.data`; null at the top level.
                 * @example rows.0.data
                 */
                path: string | null;
            };
        };
        /** @description A set of taxonomies an account has agreed on. */
        GovernanceModel: {
            /**
             * @description The id of the model.
             * @example c3b1a2d4-5e6f-4a7b-9c8d-0e1f2a3b4c50
             */
            id: string;
            /**
             * @description Its name.
             * @example Paid media
             */
            name: string;
            /**
             * @description What it governs, or null.
             * @example Naming of paid campaigns
             */
            description: string | null;
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        GovernanceModelPage: {
            /** @description The models on this page. */
            items: components["schemas"]["GovernanceModel"][];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        Page: {
            /** @description The things on this page. */
            items: unknown[];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
        /** @description An approved row of a workspace. Read-only. */
        Record: {
            /**
             * Format: uuid
             * @description The id of the record: a UUID.
             * @example 9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10
             */
            id: string;
            /**
             * @description `active` or `archived`. A deleted record is not shown at all.
             * @example active
             * @enum {string}
             */
            status: "active" | "archived";
            /**
             * @description The name the record is known by outside: `trm0` and lower-case letters and digits (8 or 16 were seen).
             * @example trm0kf8m2a1q
             */
            terminus_id: string;
            /**
             * @description The record's values, keyed by field name.
             * @example {
             *       "utm_source": "newsletter",
             *       "utm_medium": "email",
             *       "utm_campaign": "spring_launch"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        RecordPage: {
            /** @description The records on this page. */
            items: components["schemas"]["Record"][];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
        /** @description Rows proposed for one taxonomy of one workspace. */
        Submission: {
            /**
             * @description The id of the submission.
             * @example e4d3c2b1-a0f9-4e8d-9c7b-6a5f4e3d2c10
             */
            id: string;
            /**
             * @description The workspace it is for.
             * @example 5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50
             */
            workspace_id: string;
            /**
             * @description The taxonomy its rows follow.
             * @example 7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40
             */
            taxonomy_id: string;
            /**
             * @description Where it stands: `draft`, `in_review`, `approved`, `rejected` or `cancelled` (only `draft` is documented in this spelling, so the field is an open string). Approval happens in the web app, is final, and turns each row into a record.
             * @example draft
             * @example in_review
             * @example approved
             * @example rejected
             * @example cancelled
             */
            status: string;
            /** @description One or more rows. */
            rows: components["schemas"]["SubmissionRow"][];
            /**
             * Format: date-time
             * @description When it was made: an RFC 3339 time.
             * @example 2026-01-20T08:00:00.000Z
             */
            created_at: string;
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        SubmissionPage: {
            /** @description The submissions on this page. */
            items: components["schemas"]["Submission"][];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
        /** @description One row of a submission. Invalid values may be saved in a draft. */
        SubmissionRow: {
            /**
             * @description The row's values, keyed by field name.
             * @example {
             *       "utm_source": "newsletter",
             *       "utm_medium": "email"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A place in an account that holds records and submissions. */
        Workspace: {
            /**
             * @description The id of the workspace.
             * @example 5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50
             */
            id: string;
            /**
             * @description Its name, unique in the account. A new account has one workspace, named `Main`.
             * @example Main
             */
            name: string;
            /**
             * @description What it is for, or null.
             * @example Campaigns for EMEA
             */
            description: string | null;
        };
        /** @description The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`. */
        WorkspacePage: {
            /** @description The workspaces on this page. */
            items: components["schemas"]["Workspace"][];
            /** @description True if a later page holds more. */
            has_more: boolean;
            /** @description How many there are over all pages. Pages = ceil(total_count / limit). */
            total_count: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1. */
                page?: number;
                /** @description How many items a page holds at most: 1 to 10000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10",
                     *           "name": "CI pipeline",
                     *           "created_at": "2026-01-15T09:30:00.000Z",
                     *           "last_used_at": "2026-02-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "total_count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "Only account owners and admins can manage API keys",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "limit must be between 1 and 10000",
                     *         "param": "limit",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "CI pipeline"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            /** @description The new key with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10",
                     *       "name": "CI pipeline",
                     *       "created_at": "2026-01-15T09:30:00.000Z",
                     *       "last_used_at": null,
                     *       "key": "thub_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description The body is not JSON, or a required field is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Missing required parameter: name",
                     *         "param": "name",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "Only account owners and admins can manage API keys",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is larger than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Request body is larger than 1048576 bytes",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body's `Content-Type` is not `application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Content-Type must be application/json",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "name must hold 1 to 255 characters",
                     *         "param": "name",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "Only account owners and admins can manage API keys",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such thing in this account. Another account's id and a malformed id look the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "not_found_error",
                     *         "code": null,
                     *         "message": "No such API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1. */
                page?: number;
                /** @description How many items a page holds at most: 1 to 10000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of workspaces. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
                     *           "name": "Main",
                     *           "description": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "total_count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "limit must be between 1 and 10000",
                     *         "param": "limit",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the workspace. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
                     *       "name": "Main",
                     *       "description": null
                     *     }
                     */
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such thing in this account. Another account's id and a malformed id look the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "not_found_error",
                     *         "code": null,
                     *         "message": "No such workspace",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listGovernanceModels: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1. */
                page?: number;
                /** @description How many items a page holds at most: 1 to 10000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of governance models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "c3b1a2d4-5e6f-4a7b-9c8d-0e1f2a3b4c50",
                     *           "name": "Paid media",
                     *           "description": "Naming of paid campaigns"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "total_count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["GovernanceModelPage"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "limit must be between 1 and 10000",
                     *         "param": "limit",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listSubmissions: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1. */
                page?: number;
                /** @description How many items a page holds at most: 1 to 10000. */
                limit?: number;
                /** @description Only submissions to this workspace. An unknown id matches nothing. */
                workspace_id?: string;
                /** @description Only submissions for this taxonomy. An unknown id matches nothing. */
                taxonomy_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of submissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "e4d3c2b1-a0f9-4e8d-9c7b-6a5f4e3d2c10",
                     *           "workspace_id": "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
                     *           "taxonomy_id": "7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40",
                     *           "status": "draft",
                     *           "rows": [
                     *             {
                     *               "data": {
                     *                 "utm_source": "newsletter",
                     *                 "utm_medium": "email",
                     *                 "utm_campaign": "spring_launch"
                     *               }
                     *             }
                     *           ],
                     *           "created_at": "2026-01-20T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "total_count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SubmissionPage"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "limit must be between 1 and 10000",
                     *         "param": "limit",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workspace_id": "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
                 *       "taxonomy_id": "7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40",
                 *       "rows": [
                 *         {
                 *           "data": {
                 *             "utm_source": "newsletter",
                 *             "utm_medium": "email",
                 *             "utm_campaign": "spring_launch"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateSubmissionBody"];
            };
        };
        responses: {
            /** @description The new submission. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "e4d3c2b1-a0f9-4e8d-9c7b-6a5f4e3d2c10",
                     *       "workspace_id": "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
                     *       "taxonomy_id": "7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40",
                     *       "status": "draft",
                     *       "rows": [
                     *         {
                     *           "data": {
                     *             "utm_source": "newsletter",
                     *             "utm_medium": "email",
                     *             "utm_campaign": "spring_launch"
                     *           }
                     *         }
                     *       ],
                     *       "created_at": "2026-01-20T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The body is not JSON, or a required field is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Missing required parameter: workspace_id",
                     *         "param": "workspace_id",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is larger than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Request body is larger than 1048576 bytes",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body's `Content-Type` is not `application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "Content-Type must be application/json",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "rows.0.data must be an object",
                     *         "param": "rows",
                     *         "path": "rows.0.data"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description Which page, counted from 1. */
                page?: number;
                /** @description How many items a page holds at most: 1 to 10000. */
                limit?: number;
                /** @description Only records of this workspace. An unknown id matches nothing. */
                workspace_id?: string;
                /** @description Only records of this taxonomy. An unknown id matches nothing. */
                taxonomy_id?: string;
                /** @description Only records with this status. */
                status?: "active" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10",
                     *           "status": "active",
                     *           "terminus_id": "trm0kf8m2a1q",
                     *           "data": {
                     *             "utm_source": "newsletter",
                     *             "utm_medium": "email",
                     *             "utm_campaign": "spring_launch"
                     *           }
                     *         }
                     *       ],
                     *       "has_more": true,
                     *       "total_count": 142
                     *     }
                     */
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A value is invalid, out of range, or fails a rule; `param` names the input. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "invalid_request_error",
                     *         "code": null,
                     *         "message": "limit must be between 1 and 10000",
                     *         "param": "limit",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10",
                     *       "status": "active",
                     *       "terminus_id": "trm0kf8m2a1q",
                     *       "data": {
                     *         "utm_source": "newsletter",
                     *         "utm_medium": "email",
                     *         "utm_campaign": "spring_launch"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with `Bearer thub_`. One body for every cause. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "authentication_error",
                     *         "code": null,
                     *         "message": "Invalid API key",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The account's plan has no API access, or the caller's role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "permission_error",
                     *         "code": null,
                     *         "message": "API access is not included in your plan",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such thing in this account. Another account's id and a malformed id look the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "not_found_error",
                     *         "code": null,
                     *         "message": "No such record",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in a minute with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 37
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "rate_limit_error",
                     *         "code": null,
                     *         "message": "Too many requests. Retry after 37 seconds",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. Whether it had done what was asked is unknown. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Internal server error",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server is not able to answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "type": "api_error",
                     *         "code": null,
                     *         "message": "Service unavailable",
                     *         "param": null,
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
}
