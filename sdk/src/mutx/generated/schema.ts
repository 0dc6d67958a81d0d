// Generated from spec/openapi/mutx.json. Do not edit: change spec/src and run `npm run generate`.
export interface paths {
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys of the account
         * @description Newest first, never with the key itself. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). The page promises all *active* keys, and this document follows it: revoked keys are not listed, though today's server lists them too; expired keys are, with `is_active` true. The page object is today's server's.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Makes a key for the account and shows it, this once. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). It inherits the whole account and has no scopes. A repeated call makes a second key.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve an API key
         * @description One key of the account. A revoked one stays readable here, with `is_active` false. The page does not mention this operation.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key stops working at once, for good, and is gone from the list. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). The page says it is deleted; today's server keeps the record with `is_active` false, so that `getApiKey` still finds it and a second call answers 204 again. A key may delete itself.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key in place
         * @description Makes a new key with a new id, the same name and the same absolute `expires_at`, and shows it, this once. **The old key is dead in the same instant**: whoever still uses it is refused until it has the new one, and if this answer is lost, so is the new key. The page asks for a JWT (documented); today's server takes any API key of the account as well (observed). A key may rotate itself. Rotation does not count towards the plan's limit.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agents of the account
         * @description The page's example of a call with `X-API-Key`. It writes `https://api.mutx.dev/agents`; today's server has it under `/v1`.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up
         * @description Makes an account on the FREE plan and signs in.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Gives an access token and a refresh token. (For a deactivated account, or one whose email must be confirmed first, the source says 403, which this document does not declare.)
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is calling
         * @description The user that the token or the key belongs to.
         */
        get: operations["me"];
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
        Agent: {
            /**
             * Format: uuid
             * @description The id of the agent.
             * @example 7d1e5a3c-9b2f-4c8d-a6e0-4f3b2c1d0e90
             */
            id: string;
            /**
             * @description Its name.
             * @example Support triage
             */
            name: string;
            /**
             * @description What it does, or null.
             * @example Sorts incoming tickets
             */
            description: string | null;
            /**
             * @description The kind of agent.
             * @example openai
             * @example anthropic
             * @example langchain
             * @example custom
             * @example openclaw
             */
            type: string;
            /**
             * @description What it is doing.
             * @example creating
             * @example running
             * @example stopped
             * @example failed
             * @example deleting
             */
            status: string;
            /**
             * @description Its configuration, which depends on its type, or null.
             * @example {
             *       "model": "gpt-4o"
             *     }
             */
            config: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Counts the changes of its configuration, from 1.
             * @example 1
             */
            config_version: number;
            /**
             * Format: date-time
             * @description When it was made. With `Z` and microseconds.
             * @example 2026-03-22T12:00:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed. With `Z` and microseconds.
             * @example 2026-03-22T12:00:00.123456Z
             */
            updated_at: string;
            /**
             * Format: uuid
             * @description The user it belongs to.
             * @example b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10
             */
            user_id: string;
        };
        /** @description The pagination envelope. */
        AgentPage: {
            /** @description The agents on this page. */
            items: components["schemas"]["Agent"][];
            /**
             * @description How many there are over all pages.
             * @example 1
             */
            total: number;
            /**
             * @description How many come before this page, as asked.
             * @example 0
             */
            skip: number;
            /**
             * @description How many a page holds at most, as asked.
             * @example 50
             */
            limit: number;
            /**
             * @description True if a later page holds more.
             * @example false
             */
            has_more: boolean;
        };
        /** @description A key as it is listed. */
        ApiKey: {
            /**
             * Format: uuid
             * @description The id of the key.
             * @example 3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60
             */
            id: string;
            /**
             * @description What the key is for. Not unique.
             * @example GitHub Actions
             */
            name: string;
            /**
             * Format: date-time
             * @description When the key was made. With `Z` and microseconds.
             * @example 2026-03-22T12:00:00.123456Z
             */
            created_at: string;
            /**
             * @description When the key stops working, or null for never. **In UTC, written without an offset**: add `Z` before you parse it, unless it has an offset.
             * @example 2026-04-21T12:00:00.123456
             */
            expires_at: string | null;
            /**
             * @description When the key last authenticated a request, or null if it never has. **In UTC, written without an offset**: add `Z` before you parse it, unless it has an offset.
             * @example 2026-03-23T08:15:30.000001
             */
            last_used: string | null;
            /**
             * @description False once the key is revoked: deleted, or replaced by a rotation. An expired key still has true here.
             * @example true
             */
            is_active: boolean;
        };
        /** @description The pagination envelope. */
        ApiKeyPage: {
            /** @description The keys on this page, newest first. */
            items: components["schemas"]["ApiKey"][];
            /**
             * @description How many there are over all pages.
             * @example 1
             */
            total: number;
            /**
             * @description How many come before this page, as asked.
             * @example 0
             */
            skip: number;
            /**
             * @description How many a page holds at most, as asked.
             * @example 50
             */
            limit: number;
            /**
             * @description True if a later page holds more.
             * @example false
             */
            has_more: boolean;
        };
        CreateApiKeyBody: {
            /**
             * @description What the key is for. Need not be unique.
             * @example GitHub Actions
             */
            name: string;
            /**
             * @description In how many days the key should stop working: 1 to 365. Null or absent: never.
             * @example 30
             */
            expires_in_days?: number | null;
        };
        /** @description A new key. This is the only answer that holds it. */
        CreatedApiKey: {
            /**
             * Format: uuid
             * @description The id of the key.
             * @example 3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60
             */
            id: string;
            /**
             * @description What the key is for. Not unique.
             * @example GitHub Actions
             */
            name: string;
            /**
             * Format: date-time
             * @description When the key was made. With `Z` and microseconds.
             * @example 2026-03-22T12:00:00.123456Z
             */
            created_at: string;
            /**
             * @description When the key stops working, or null for never. **In UTC, written without an offset**: add `Z` before you parse it, unless it has an offset.
             * @example 2026-04-21T12:00:00.123456
             */
            expires_at: string | null;
            /**
             * @description The full key, shown this once: `mutx_live_`, 12 lower-case hex digits, `_`, and 43 of `A-Z a-z 0-9 _ -`. Only a hash of it is kept.
             * @example mutx_live_0123456789ab_0123456789ABCDEFGHIJabcdefghij0123456789ABC
             */
            key: string;
        };
        /** @description One input that is wrong. */
        ErrorDetail: {
            /** @description Where: `body`, `query` or `path`, and the names below it. */
            loc: string[];
            /**
             * @description What is wrong there.
             * @example Field required
             */
            msg: string;
            /**
             * @description The kind of problem.
             * @example missing
             */
            type: string;
        };
        /** @description The body of a refusal with a status from 400 to 409. */
        ErrorEnvelope: {
            /**
             * @description What went wrong, in a sentence.
             * @example API key not found
             * @example Missing authorization header
             */
            detail: string;
        };
        /** @description The body of a 422 and a 500. */
        ErrorReport: {
            /**
             * @description `error`.
             * @example error
             */
            status: string;
            /**
             * @description A code for programs.
             * @example VALIDATION_ERROR
             * @example INTERNAL_ERROR
             * @example RATE_LIMIT_EXCEEDED
             */
            error_code: string;
            /**
             * @description What went wrong.
             * @example Request validation failed
             */
            message: string;
            /** @description Every input that is wrong; null where it is not about input. */
            details: components["schemas"]["ErrorDetail"][] | null;
            /**
             * @description An id to quote to the vendor; null on a 429.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            request_id: string | null;
            /**
             * @description When it happened.
             * @example 2026-03-22T12:00:00.123456Z
             */
            timestamp: string;
        };
        LoginBody: {
            /**
             * Format: email
             * @description The email.
             * @example ada@example.com
             */
            email: string;
            /**
             * @description The password.
             * @example Correct-Horse-7!
             */
            password: string;
        };
        /** @description Who is calling. */
        Me: {
            /**
             * @description The caller's id.
             * @example b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10
             */
            id: string;
            /**
             * @description The caller's email.
             * @example ada@example.com
             */
            email: string;
            /**
             * @description The caller's name.
             * @example Ada
             */
            name: string;
            /**
             * @description The plan, which limits the number of active keys.
             * @example FREE
             * @example STARTER
             * @example PRO
             * @example ENTERPRISE
             */
            plan: string;
            /**
             * Format: date-time
             * @description When the account was made. With `Z` and microseconds.
             * @example 2026-03-22T12:00:00.123456Z
             */
            created_at: string;
            /**
             * @description Whether the account is active.
             * @example true
             */
            is_active: boolean;
            /**
             * @description Whether the email is confirmed.
             * @example false
             */
            is_email_verified: boolean;
        };
        /** @description The pagination envelope. */
        Page: {
            /** @description The things on this page, newest first. */
            items: unknown[];
            /**
             * @description How many there are over all pages.
             * @example 1
             */
            total: number;
            /**
             * @description How many come before this page, as asked.
             * @example 0
             */
            skip: number;
            /**
             * @description How many a page holds at most, as asked.
             * @example 50
             */
            limit: number;
            /**
             * @description True if a later page holds more.
             * @example false
             */
            has_more: boolean;
        };
        /** @description The body of a 429. */
        RateLimitReport: {
            /**
             * @description `error`.
             * @example error
             */
            status: string;
            /**
             * @description A code for programs.
             * @example VALIDATION_ERROR
             * @example INTERNAL_ERROR
             * @example RATE_LIMIT_EXCEEDED
             */
            error_code: string;
            /**
             * @description What went wrong.
             * @example Request validation failed
             */
            message: string;
            /** @description Every input that is wrong; null where it is not about input. */
            details: components["schemas"]["ErrorDetail"][] | null;
            /**
             * @description An id to quote to the vendor; null on a 429.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            request_id: string | null;
            /**
             * @description When it happened.
             * @example 2026-03-22T12:00:00.123456Z
             */
            timestamp: string;
            /**
             * @description Seconds to wait, as in `Retry-After`.
             * @example 60
             */
            retry_after: number;
        };
        RegisterBody: {
            /**
             * Format: email
             * @description The email.
             * @example ada@example.com
             */
            email: string;
            /**
             * @description The person's name.
             * @example Ada
             */
            name: string;
            /**
             * @description The password: 8 characters or more, with an upper-case and a lower-case letter, a digit, and one of `!@#$%^&*(),.?":{}|<>`. A weaker one is refused with 400.
             * @example Correct-Horse-7!
             */
            password: string;
        };
        Registration: {
            /**
             * @description A JWT: the Bearer of the next requests.
             * @example eyJhbGciOiJIUzI1NiJ9.e30.x
             */
            access_token: string;
            /**
             * @description For a new pair when the access token has expired.
             * @example eyJhbGciOiJIUzI1NiJ9.e30.y
             */
            refresh_token: string;
            /**
             * @description `bearer`.
             * @example bearer
             */
            token_type: string;
            /**
             * @description Seconds until the access token expires.
             * @example 1800
             */
            expires_in: number;
            /**
             * @deprecated
             * @description The permanent User API Key of the page. Today's server gives none.
             * @example mutx_live_fedcba987654_0123456789ABCDEFGHIJabcdefghij0123456789ABC
             */
            api_key?: string;
        };
        TokenPair: {
            /**
             * @description A JWT: the Bearer of the next requests.
             * @example eyJhbGciOiJIUzI1NiJ9.e30.x
             */
            access_token: string;
            /**
             * @description For a new pair when the access token has expired.
             * @example eyJhbGciOiJIUzI1NiJ9.e30.y
             */
            refresh_token: string;
            /**
             * @description `bearer`.
             * @example bearer
             */
            token_type: string;
            /**
             * @description Seconds until the access token expires.
             * @example 1800
             */
            expires_in: number;
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
                /** @description How many things to skip. */
                skip?: number;
                /** @description How many things a page holds at most: 1 to 100. */
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
                     *           "id": "3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60",
                     *           "name": "GitHub Actions",
                     *           "created_at": "2026-03-22T12:00:00.123456Z",
                     *           "expires_at": "2026-04-21T12:00:00.123456",
                     *           "last_used": null,
                     *           "is_active": true
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "skip": 0,
                     *       "limit": 50,
                     *       "has_more": false
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description `skip` or `limit` is no whole number or out of range. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "query",
                     *             "limit"
                     *           ],
                     *           "msg": "Input should be less than or equal to 100",
                     *           "type": "less_than_equal"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
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
                 *       "name": "GitHub Actions",
                 *       "expires_in_days": 30
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60",
                     *       "name": "GitHub Actions",
                     *       "created_at": "2026-03-22T12:00:00.123456Z",
                     *       "expires_at": "2026-04-21T12:00:00.123456",
                     *       "key": "mutx_live_0123456789ab_0123456789ABCDEFGHIJabcdefghij0123456789ABC"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The plan has no room for another active key: FREE 2, STARTER 10, PRO 50, ENTERPRISE without limit. Expired keys count, revoked ones do not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Active API key limit reached for your plan (FREE): 2 keys"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A field is missing or wrong; `details` names each. It stands for a body that is no JSON or too large too: there the real server's 500 is a defect that is not described here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "body",
                     *             "name"
                     *           ],
                     *           "msg": "Field required",
                     *           "type": "missing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key. */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60",
                     *       "name": "GitHub Actions",
                     *       "created_at": "2026-03-22T12:00:00.123456Z",
                     *       "expires_at": "2026-04-21T12:00:00.123456",
                     *       "last_used": null,
                     *       "is_active": true
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No key of this account has this id. Another account's key looks the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "API key not found"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description `key_id` is no UUID. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "path",
                     *             "key_id"
                     *           ],
                     *           "msg": "Input should be a valid UUID",
                     *           "type": "uuid_parsing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
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
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is revoked, now or before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No key of this account has this id. Another account's key looks the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "API key not found"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description `key_id` is no UUID. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "path",
                     *             "key_id"
                     *           ],
                     *           "msg": "Input should be a valid UUID",
                     *           "type": "uuid_parsing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key. */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new key. (200, not 201.) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "a4c6e8f0-1b3d-4f5a-8c7e-9d0b2a4c6e80",
                     *       "name": "GitHub Actions",
                     *       "created_at": "2026-03-22T12:00:00.123456Z",
                     *       "expires_at": "2026-04-21T12:00:00.123456",
                     *       "key": "mutx_live_0123456789ab_0123456789ABCDEFGHIJabcdefghij0123456789ABC"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No key of this account has this id. Another account's key looks the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "API key not found"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The key is revoked: deleted, or replaced by an earlier rotation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "API key is already revoked and cannot be rotated"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description `key_id` is no UUID. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "path",
                     *             "key_id"
                     *           ],
                     *           "msg": "Input should be a valid UUID",
                     *           "type": "uuid_parsing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** @description How many things to skip. */
                skip?: number;
                /** @description How many things a page holds at most: 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of agents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7d1e5a3c-9b2f-4c8d-a6e0-4f3b2c1d0e90",
                     *           "name": "Support triage",
                     *           "description": null,
                     *           "type": "openai",
                     *           "status": "running",
                     *           "config": {
                     *             "model": "gpt-4o"
                     *           },
                     *           "config_version": 1,
                     *           "created_at": "2026-03-22T12:00:00.123456Z",
                     *           "updated_at": "2026-03-22T12:00:00.123456Z",
                     *           "user_id": "b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "skip": 0,
                     *       "limit": 50,
                     *       "has_more": false
                     *     }
                     */
                    "application/json": components["schemas"]["AgentPage"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description `skip` or `limit` is no whole number or out of range. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "query",
                     *             "limit"
                     *           ],
                     *           "msg": "Input should be less than or equal to 100",
                     *           "type": "less_than_equal"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    register: {
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
                 *       "email": "ada@example.com",
                 *       "name": "Ada",
                 *       "password": "Correct-Horse-7!"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            /** @description The account is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.x",
                     *       "refresh_token": "eyJhbGciOiJIUzI1NiJ9.e30.y",
                     *       "token_type": "bearer",
                     *       "expires_in": 1800
                     *     }
                     */
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description The email is taken, or the password too weak. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Email already registered"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A field is missing or wrong; `details` names each. It stands for a body that is no JSON or too large too: there the real server's 500 is a defect that is not described here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "body",
                     *             "email"
                     *           ],
                     *           "msg": "Field required",
                     *           "type": "missing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    login: {
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
                 *       "email": "ada@example.com",
                 *       "password": "Correct-Horse-7!"
                 *     }
                 */
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.x",
                     *       "refresh_token": "eyJhbGciOiJIUzI1NiJ9.e30.y",
                     *       "token_type": "bearer",
                     *       "expires_in": 1800
                     *     }
                     */
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            /** @description No account has this email, or the password is wrong. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Invalid email or password"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A field is missing or wrong; `details` names each. It stands for a body that is no JSON or too large too: there the real server's 500 is a defect that is not described here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "VALIDATION_ERROR",
                     *       "message": "Request validation failed",
                     *       "details": [
                     *         {
                     *           "loc": [
                     *             "body",
                     *             "email"
                     *           ],
                     *           "msg": "Field required",
                     *           "type": "missing"
                     *         }
                     *       ],
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
            /** @description More than 10 requests in 60 seconds. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10",
                     *       "email": "ada@example.com",
                     *       "name": "Ada",
                     *       "plan": "FREE",
                     *       "created_at": "2026-03-22T12:00:00.123456Z",
                     *       "is_active": true,
                     *       "is_email_verified": false
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description No valid credential. The sentence misleads: `Missing authorization header` also stands for a wrong, revoked, expired or empty `X-API-Key`. `Invalid authorization header format`: an `Authorization` that is not `Bearer x`. `Invalid or expired token`: a wrong, revoked or expired Bearer. */
            401: {
                headers: {
                    /**
                     * @description How to authenticate.
                     * @example Bearer
                     */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detail": "Missing authorization header"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description More than 100 requests in 60 seconds with one key. */
            429: {
                headers: {
                    /**
                     * @description Seconds to wait before the next request.
                     * @example 60
                     */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "error",
                     *       "error_code": "RATE_LIMIT_EXCEEDED",
                     *       "message": "Too many requests. Please try again later.",
                     *       "details": null,
                     *       "request_id": null,
                     *       "timestamp": "2026-03-22T12:00:00.123456Z",
                     *       "retry_after": 60
                     *     }
                     */
                    "application/json": components["schemas"]["RateLimitReport"];
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
                     *       "status": "error",
                     *       "error_code": "INTERNAL_ERROR",
                     *       "message": "An internal error occurred",
                     *       "details": null,
                     *       "request_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "timestamp": "2026-03-22T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReport"];
                };
            };
        };
    };
}
