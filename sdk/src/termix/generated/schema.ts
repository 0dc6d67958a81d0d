// Generated from spec/openapi/termix.json. Do not edit: change spec/src and run `npm run generate`.
export interface paths {
    "/users/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys of the instance
         * @description The keys of all users, oldest first, never with a token. Admins only. Expired keys stay in the list, with `isActive` true; deleted ones are gone.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key for a user
         * @description Makes a key that acts as the given user, and shows its token, this once. Admins only: a session, or an admin's own key. The body is checked in this order: `name`, `userId`, whether the user exists, whether `expiresAt` is a date, whether it is later than now (now counts as past). A repeated call makes a second key.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/api-keys/{keyId}": {
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
         * @description Revokes the key for good: its token stops working at once. Admins only.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the instance
         * @description Any user may. This is the working form of the documentation's sample `curl https://HOST/api/users`: the server has no `/api` prefix. Without `limit` the answer holds all users (inferred).
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is calling
         * @description The user that the session or the key acts as.
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
    "/users/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user
         * @description Signs a user up. The first user of an instance is its admin. Anyone may, unless the instance has registration switched off (then the source says 403, which this document does not declare).
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/login": {
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
         * @description Checks a name and a password, and sets the session cookie. With the header `X-Electron-App: true` the session token is in the body too: the way for programs that keep no cookies. Five failures within ten minutes lock it. Accounts with a second factor, and instances with password sign-in switched off, answer in ways that this document does not describe.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the caller's session. With an API key it answers the same and ends nothing (inferred).
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the instance is up
         * @description Anyone may ask.
         */
        get: operations["getHealth"];
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
        /** @description A key as it is listed. */
        ApiKey: {
            /**
             * @description The id of the key, which `deleteApiKey` takes.
             * @example V1StGXR8_Z5jdHi6B-myT
             */
            id: string;
            /**
             * @description What the key is for, trimmed. Not unique.
             * @example ci-pipeline
             */
            name: string;
            /**
             * @description The user the key acts as.
             * @example x7Kp2Qm9LrT4vWc8Yb1Nd
             */
            userId: string;
            /**
             * @description That user's name.
             * @example deploy
             */
            username: string;
            /**
             * @description The first 12 characters of the token: `tmx_` and 8 hex digits. (The documentation's sample has 14.)
             * @example tmx_01234567
             */
            tokenPrefix: string;
            /**
             * Format: date-time
             * @description When the key was made. ISO 8601 in UTC, with milliseconds.
             * @example 2026-01-15T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description When the key stops working, or null for never: ISO 8601 in UTC, with milliseconds; a year after 9999 is written as `+010000`.
             * @example 2099-12-31T00:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When the key last passed authentication, or null if it never has: ISO 8601 in UTC, with milliseconds. It moves whatever the operation then says, but never on a 401 nor on the 403 of the key operations.
             * @example 2026-02-01T12:00:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * @description True, even for a key that has expired.
             * @example true
             */
            isActive: boolean;
        };
        ApiKeyList: {
            /** @description All keys of the instance, oldest first, expired ones included. There are no pages. */
            apiKeys: components["schemas"]["ApiKey"][];
        };
        /** @description Fields that are not listed are ignored. */
        CreateApiKeyBody: {
            /**
             * @description What the key is for. Stored trimmed; need not be unique.
             * @example ci-pipeline
             */
            name: string;
            /**
             * @description The id of the user the key acts as, as it is: it is not trimmed.
             * @example x7Kp2Qm9LrT4vWc8Yb1Nd
             */
            userId: string;
            /**
             * @description When the key should stop working: a date or time that JavaScript's `Date` reads, later than now. Null, an empty string or nothing means never. Stored as ISO 8601 in UTC: `2099-12-31` becomes `2099-12-31T00:00:00.000Z`.
             * @example 2099-12-31
             */
            expiresAt?: string | null;
        };
        CreateUserBody: {
            /**
             * @description The new user's name; must be unique.
             * @example admin
             */
            username: string;
            /**
             * @description The new user's password.
             * @example correct horse battery staple
             */
            password: string;
        };
        /** @description A new key with its token. This is the only answer that holds it. */
        CreatedApiKey: {
            /**
             * @description The id of the key, which `deleteApiKey` takes.
             * @example V1StGXR8_Z5jdHi6B-myT
             */
            id: string;
            /**
             * @description What the key is for, trimmed. Not unique.
             * @example ci-pipeline
             */
            name: string;
            /**
             * @description The user the key acts as.
             * @example x7Kp2Qm9LrT4vWc8Yb1Nd
             */
            userId: string;
            /**
             * @description That user's name.
             * @example deploy
             */
            username: string;
            /**
             * @description The first 12 characters of the token: `tmx_` and 8 hex digits. (The documentation's sample has 14.)
             * @example tmx_01234567
             */
            tokenPrefix: string;
            /**
             * Format: date-time
             * @description When the key was made. ISO 8601 in UTC, with milliseconds.
             * @example 2026-01-15T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description When the key stops working, or null for never: ISO 8601 in UTC, with milliseconds; a year after 9999 is written as `+010000`.
             * @example 2099-12-31T00:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description The full token, shown this once: `tmx_` and 64 lower-case hex digits. Only a hash of it is kept.
             * @example tmx_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
             */
            token: string;
        };
        CreatedUser: {
            /**
             * @description `User created`.
             * @example User created
             */
            message: string;
            /**
             * @description Whether the new user is an admin: true for the first user of an instance.
             * @example true
             */
            is_admin: boolean;
            /** @description What the web app shows. */
            toast: {
                /**
                 * @description `success`.
                 * @example success
                 */
                type: string;
                /**
                 * @description A sentence to show.
                 * @example User created: admin
                 */
                message: string;
            };
        };
        /** @description The body of a refusal. */
        ErrorEnvelope: {
            /**
             * @description What went wrong, in a sentence. The only thing that tells most refusals of one status apart.
             * @example Missing authentication token
             * @example Invalid API key
             * @example API key has expired
             */
            error: string;
            /**
             * @description A code for programs. Only few refusals have one.
             * @example IMPERSONATION_NOT_ALLOWED
             */
            code?: string;
        };
        Health: {
            /**
             * @description `ok`.
             * @example ok
             */
            status: string;
        };
        Login: {
            /**
             * @description True.
             * @example true
             */
            success: boolean;
            /**
             * @description Whether the user is an admin.
             * @example true
             */
            is_admin: boolean;
            /**
             * @description The user's name.
             * @example admin
             */
            username: string;
            /**
             * @description The session token, as in the cookie. Only with the request header `X-Electron-App: true`.
             * @example eyJhbGciOiJIUzI1NiJ9.e30.x
             */
            token?: string;
        };
        LoginBody: {
            /**
             * @description The user's name.
             * @example admin
             */
            username: string;
            /**
             * @description The user's password.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description Whether the session should last 30 days instead of one.
             * @example true
             */
            rememberMe?: boolean;
        };
        /** @description The same as a form. */
        LoginForm: {
            /**
             * @description The user's name.
             * @example admin
             */
            username: string;
            /**
             * @description The user's password.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description Whether the session should last 30 days instead of one. Any text but the empty one says yes.
             * @example true
             */
            rememberMe?: string;
        };
        /** @description Too many failed logins. */
        LoginLocked: {
            /**
             * @description What went wrong, in a sentence. The only thing that tells most refusals of one status apart.
             * @example Missing authentication token
             * @example Invalid API key
             * @example API key has expired
             */
            error: string;
            /**
             * @description A code for programs. Only few refusals have one.
             * @example IMPERSONATION_NOT_ALLOWED
             */
            code?: string;
            /**
             * @description Seconds until a login is tried again. (A page of the documentation says milliseconds; the server counts seconds.)
             * @example 600
             */
            remainingTime: number;
        };
        Logout: {
            /**
             * @description True.
             * @example true
             */
            success: boolean;
            /**
             * @description A sentence to show.
             * @example Logged out successfully
             */
            message: string;
        };
        /** @description Who is calling. */
        Me: {
            /**
             * @description The caller's id.
             * @example x7Kp2Qm9LrT4vWc8Yb1Nd
             */
            userId: string;
            /**
             * @description The user's name.
             * @example admin
             */
            username: string;
            /**
             * @description Whether the caller is an admin.
             * @example true
             */
            is_admin: boolean;
            /**
             * @description Whether the caller signs in by OIDC.
             * @example false
             */
            is_oidc: boolean;
            /**
             * @description Whether the caller can sign in both by OIDC and by password.
             * @example false
             */
            is_dual_auth: boolean;
            /**
             * @description Whether the caller has a second factor.
             * @example false
             */
            totp_enabled: boolean;
            /**
             * @description Whether the web app should ask for a donation.
             * @example false
             */
            show_donation_modal: boolean;
        };
        Success: {
            /**
             * @description True.
             * @example true
             */
            success: boolean;
        };
        User: {
            /**
             * @description The user's id, which `createApiKey` takes.
             * @example x7Kp2Qm9LrT4vWc8Yb1Nd
             */
            userId: string;
            /**
             * @description The user's name.
             * @example admin
             */
            username: string;
            /**
             * @description Whether the user is an admin.
             * @example true
             */
            is_admin: boolean;
            /**
             * @description Whether the user signs in by OIDC.
             * @example false
             */
            is_oidc: boolean;
            /**
             * @description `set` if the user has a password, else null. Never a hash.
             * @example set
             * @enum {string|null}
             */
            password_hash: "set" | null;
            /**
             * @description Whether the user's data is unlocked. Only an admin is told.
             * @example true
             */
            data_unlocked?: boolean;
            /**
             * @description Whether the user has a second factor. Only an admin is told.
             * @example false
             */
            totp_enabled?: boolean;
        };
        UserList: {
            /** @description The users, or one page of them. */
            users: components["schemas"]["User"][];
            /**
             * @description How many there are over all pages.
             * @example 1
             */
            total: number;
            /**
             * @description The page's size. Only where `limit` was sent.
             * @example 50
             */
            limit?: number;
            /**
             * @description Where the page starts. Only where `limit` was sent.
             * @example 0
             */
            offset?: number;
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
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKeys": [
                     *         {
                     *           "id": "V1StGXR8_Z5jdHi6B-myT",
                     *           "name": "ci-pipeline",
                     *           "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                     *           "username": "deploy",
                     *           "tokenPrefix": "tmx_01234567",
                     *           "createdAt": "2026-01-15T09:30:00.000Z",
                     *           "expiresAt": "2099-12-31T00:00:00.000Z",
                     *           "lastUsedAt": "2026-02-01T12:00:00.000Z",
                     *           "isActive": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The caller is not an admin. Or: a key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Admin access required"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Failed to fetch API keys"
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
                 *       "name": "ci-pipeline",
                 *       "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                 *       "expiresAt": "2099-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyBody"];
                /**
                 * @example {
                 *       "name": "ci-pipeline",
                 *       "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                 *       "expiresAt": "2099-12-31"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            /** @description The new key with its token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "V1StGXR8_Z5jdHi6B-myT",
                     *       "name": "ci-pipeline",
                     *       "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                     *       "username": "deploy",
                     *       "tokenPrefix": "tmx_01234567",
                     *       "createdAt": "2026-01-15T09:30:00.000Z",
                     *       "expiresAt": "2099-12-31T00:00:00.000Z",
                     *       "token": "tmx_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description `name is required` (absent, blank, or not a string), `userId is required` (the same), `Invalid expiresAt date`, or `expiresAt must be in the future`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "name is required"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The caller is not an admin. Or: a key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Admin access required"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No user has the id `userId`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Target user not found"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed: `Failed to create API key`, also where the request has no body; `Internal Server Error` where its JSON cannot be parsed, before authentication. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Failed to create API key"
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
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": components["schemas"]["Success"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The caller is not an admin. Or: a key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Admin access required"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No key has this id; so also the second time. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "API key not found"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Failed to delete API key"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Only users whose name holds this. */
                search?: string;
                /** @description How many users a page holds at most. Absent: all of them. */
                limit?: number;
                /** @description How many users to skip. Only together with `limit` (inferred). */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                     *           "username": "admin",
                     *           "is_admin": true,
                     *           "is_oidc": false,
                     *           "password_hash": "set",
                     *           "data_unlocked": true,
                     *           "totp_enabled": false
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "limit": 50,
                     *       "offset": 0
                     *     }
                     */
                    "application/json": components["schemas"]["UserList"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Impersonation is not allowed with API key authentication",
                     *       "code": "IMPERSONATION_NOT_ALLOWED"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Failed to list users"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
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
                     *       "userId": "x7Kp2Qm9LrT4vWc8Yb1Nd",
                     *       "username": "admin",
                     *       "is_admin": true,
                     *       "is_oidc": false,
                     *       "is_dual_auth": false,
                     *       "totp_enabled": false,
                     *       "show_donation_modal": false
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Impersonation is not allowed with API key authentication",
                     *       "code": "IMPERSONATION_NOT_ALLOWED"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Failed to get username"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createUser: {
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
                 *       "username": "admin",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": components["schemas"]["CreateUserBody"];
                /**
                 * @example {
                 *       "username": "admin",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["CreateUserBody"];
            };
        };
        responses: {
            /** @description The user is made. No session is set: sign in by `login`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "User created",
                     *       "is_admin": true,
                     *       "toast": {
                     *         "type": "success",
                     *         "message": "User created: admin"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            /** @description The name or the password is missing or blank. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Username and password are required"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Another user has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Username already exists"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed: `Failed to create user`; or `Internal Server Error` where the body is missing or its JSON cannot be parsed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: {
                /** @description `true` asks for the session token in the body. */
                "X-Electron-App"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "admin",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": components["schemas"]["LoginBody"];
                /**
                 * @example {
                 *       "username": "admin",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["LoginForm"];
            };
        };
        responses: {
            /** @description Signed in. The session is in the cookie. */
            200: {
                headers: {
                    /**
                     * @description The session, in `jwt`: HttpOnly, SameSite=Lax, for 86400 seconds, or 2592000 with `rememberMe`.
                     * @example jwt=eyJhbGciOiJIUzI1NiJ9.e30.x; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "is_admin": true,
                     *       "username": "admin"
                     *     }
                     */
                    "application/json": components["schemas"]["Login"];
                };
            };
            /** @description The name or the password is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Invalid username or password"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No user has this name, or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Invalid username or password"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Five logins failed within ten minutes. There is no `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Too many login attempts. Please try again later.",
                     *       "remainingTime": 600
                     *     }
                     */
                    "application/json": components["schemas"]["LoginLocked"];
                };
            };
            /** @description The server failed; so also where the body is missing or its JSON cannot be parsed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            200: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Logged out successfully"
                     *     }
                     */
                    "application/json": components["schemas"]["Logout"];
                };
            };
            /** @description No valid credential. `Missing authentication token`: none, or not where and as it must be sent (`Basic`, a lower-case `bearer`, two spaces, `X-API-Key`, a query parameter). `Invalid API key`: an unknown, deleted or malformed key. `API key has expired`: the right key, too late. `Invalid token`: any other token that is no valid session; the cookie is cleared. No answer has `WWW-Authenticate`. */
            401: {
                headers: {
                    /**
                     * @description Clears the `jwt` cookie. Sent only with `Invalid token`.
                     * @example jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing authentication token"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Impersonation is not allowed with API key authentication",
                     *       "code": "IMPERSONATION_NOT_ALLOWED"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Logout failed"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
