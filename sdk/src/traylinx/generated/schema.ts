// Generated from spec/openapi/traylinx.json. Do not edit: change spec/src and run `npm run generate`.
export interface paths {
    "/organizations/{organizationId}/projects/{projectId}/api_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys of a project
         * @description The keys of the project, never with a secret. There are no pages; the order is not known.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key for a project
         * @description Makes a key pair for the project and shows the secret half, this once. It grants full access to the project. A repeated call makes a second pair.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/projects/{projectId}/api_keys/{id}": {
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
         * @description Immediate and for good: the next call with the key gets 401. The vendor's command-line client takes 200, 204 and 404 alike as done.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models that the key opens
         * @description Lives on the model host, which is OpenAI-compatible and takes the project's secret key. (Its other calls, such as `POST /chat/completions`, are not described here.)
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
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
         * @description Lives on the authentication host. Gives the access token that the key operations take.
         */
        post: operations["login"];
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
        ApiKey: {
            /**
             * @description The id of the key, which `deleteApiKey` takes.
             * @example clx7k2m9q0001
             */
            id: string;
            /** @description What is known of the key. */
            attributes: {
                /**
                 * @description The public half of the pair, `pk-lf-...`. No secret.
                 * @example pk-lf-5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d
                 */
                publicKey: string;
                /**
                 * @description The secret half, masked for display.
                 * @example sk-lf-...2b1a
                 */
                displaySecretKey: string;
                /**
                 * @description What the key is for, or null. Not unique.
                 * @example GitHub Actions deploy
                 */
                note: string | null;
                /**
                 * @description When the key was made. It starts with an ISO 8601 date; its exact form is not known.
                 * @example 2026-01-15T09:30:00.000Z
                 */
                createdAt: string;
                /**
                 * @description When the key stops working: ISO 8601. Null or absent: never.
                 * @example 2026-12-31T00:00:00.000Z
                 */
                expiresAt?: string | null;
                /**
                 * @description When the key was last used: ISO 8601. Null or absent: never.
                 * @example 2026-02-01T12:00:00.000Z
                 */
                lastUsedAt?: string | null;
            };
        };
        ApiKeyList: {
            /** @description The keys of the project. There are no pages. */
            data: components["schemas"]["ApiKey"][];
        };
        CreateApiKeyBody: {
            /** @description The key to make. */
            data: {
                /** @description What the key should be. */
                attributes: {
                    /**
                     * @description What the key is for. The manual calls it optional, another page of the documentation required; this document follows the manual.
                     * @example GitHub Actions deploy
                     */
                    note?: string | null;
                    /**
                     * @description When the key should stop working: a date, or a date with a time. Null or absent: never.
                     * @example 2026-12-31
                     */
                    expiresAt?: string | null;
                };
            };
        };
        /** @description A new key with its secret. This is the only answer that holds it. */
        CreatedApiKey: {
            /** @description The new key. */
            data: {
                /**
                 * @description The id of the key, which `deleteApiKey` takes.
                 * @example clx7k2m9q0001
                 */
                id: string;
                /** @description What is known of the key. */
                attributes: {
                    /**
                     * @description The public half of the pair, `pk-lf-...`. No secret.
                     * @example pk-lf-5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d
                     */
                    publicKey: string;
                    /**
                     * @description The secret half, masked for display.
                     * @example sk-lf-...2b1a
                     */
                    displaySecretKey: string;
                    /**
                     * @description What the key is for, or null. Not unique.
                     * @example GitHub Actions deploy
                     */
                    note: string | null;
                    /**
                     * @description When the key was made. It starts with an ISO 8601 date; its exact form is not known.
                     * @example 2026-01-15T09:30:00.000Z
                     */
                    createdAt: string;
                    /**
                     * @description When the key stops working: ISO 8601. Null or absent: never.
                     * @example 2026-12-31T00:00:00.000Z
                     */
                    expiresAt?: string | null;
                    /**
                     * @description When the key was last used: ISO 8601. Null or absent: never.
                     * @example 2026-02-01T12:00:00.000Z
                     */
                    lastUsedAt?: string | null;
                };
            };
            /** @description What is shown this once. */
            meta: {
                /**
                 * @description The secret half of the pair, shown this once: `sk-lf-` and a UUID. It goes into the `Authorization` header of model calls. Only a hash of it is kept.
                 * @example sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a
                 */
                secretKey: string;
            };
        };
        /** @description The body of a refusal: one of three shapes. Read them all. */
        ErrorEnvelope: components["schemas"]["ErrorList"] | components["schemas"]["ErrorText"] | components["schemas"]["ErrorMessage"];
        /** @description One problem. The sample of the documentation is cut off: it may carry more. */
        ErrorItem: {
            /**
             * @description The HTTP status once more.
             * @example 401
             */
            status: string | number;
            /**
             * @description The kind of problem.
             * @example Unauthorized
             */
            title: string;
            /**
             * @description What went wrong, in a sentence.
             * @example Invalid API key
             */
            detail: string;
        };
        /** @description The documented shape of a refusal. */
        ErrorList: {
            /** @description What went wrong. */
            errors: components["schemas"]["ErrorItem"][];
        };
        /** @description Another shape that was seen. */
        ErrorMessage: {
            /**
             * @description What went wrong.
             * @example Invalid API key
             */
            message: string;
        };
        /** @description Another shape that was seen. */
        ErrorText: {
            /**
             * @description What went wrong.
             * @example Invalid API key
             */
            error: string;
        };
        LoginBody: {
            /**
             * @description The person's email.
             * @example ada@example.com
             */
            username: string;
            /**
             * @description The person's password.
             * @example correct horse battery staple
             */
            password: string;
        };
        Model: {
            /**
             * @description The model's name, as `POST /chat/completions` takes it.
             * @example openai/gpt-oss-120b
             */
            id: string;
            /**
             * @description `model`.
             * @example model
             */
            object: string;
            /**
             * @description When it was made, in seconds since 1970.
             * @example 1709251200
             */
            created: number;
            /**
             * @description Who offers it.
             * @example openai
             */
            owned_by: string;
        };
        ModelList: {
            /**
             * @description `list`.
             * @example list
             */
            object: string;
            /** @description The models. There are no pages. */
            data: components["schemas"]["Model"][];
        };
        Session: {
            /** @description The session. */
            data: {
                /**
                 * @description An id.
                 * @example user-123
                 */
                id: string;
                /**
                 * @description `session`.
                 * @example session
                 */
                type: string;
                /** @description The tokens and whose they are. */
                attributes: {
                    /**
                     * @description The Bearer of the key operations. Short-lived.
                     * @example eyJhbGciOiJSUzI1NiJ9.e30.x
                     */
                    accessToken: string;
                    /**
                     * @description For a new access token. Long-lived.
                     * @example dGhpcyBpcyBhIHJlZnJlc2ggdG9rZW4
                     */
                    refreshToken: string;
                    /**
                     * @description The person's email.
                     * @example ada@example.com
                     */
                    email?: string;
                    /**
                     * @description The person's first name.
                     * @example Ada
                     */
                    firstName?: string | null;
                    /**
                     * @description The person's last name.
                     * @example Lovelace
                     */
                    lastName?: string | null;
                };
            };
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
            path: {
                /** @description The organisation the project belongs to. */
                organizationId: string;
                /** @description The project the key belongs to. */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "clx7k2m9q0001",
                     *           "attributes": {
                     *             "publicKey": "pk-lf-5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d",
                     *             "displaySecretKey": "sk-lf-...2b1a",
                     *             "note": "GitHub Actions deploy",
                     *             "createdAt": "2026-01-15T09:30:00.000Z",
                     *             "expiresAt": "2026-12-31T00:00:00.000Z",
                     *             "lastUsedAt": null
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description No valid access token: missing, unknown or expired. A project key is none. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "401",
                     *           "title": "Unauthorized",
                     *           "detail": "Invalid access token"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such organisation or project, or it is not the caller's: the two look the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "404",
                     *           "title": "Not Found",
                     *           "detail": "Project not found"
                     *         }
                     *       ]
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
                     *       "errors": [
                     *         {
                     *           "status": "500",
                     *           "title": "Internal Server Error",
                     *           "detail": "Internal server error"
                     *         }
                     *       ]
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
            path: {
                /** @description The organisation the project belongs to. */
                organizationId: string;
                /** @description The project the key belongs to. */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "attributes": {
                 *           "note": "GitHub Actions deploy",
                 *           "expiresAt": "2026-12-31"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            /** @description The new pair with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "clx7k2m9q0001",
                     *         "attributes": {
                     *           "publicKey": "pk-lf-5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d",
                     *           "displaySecretKey": "sk-lf-...2b1a",
                     *           "note": "GitHub Actions deploy",
                     *           "createdAt": "2026-01-15T09:30:00.000Z",
                     *           "expiresAt": "2026-12-31T00:00:00.000Z",
                     *           "lastUsedAt": null
                     *         }
                     *       },
                     *       "meta": {
                     *         "secretKey": "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description The body is missing, no JSON, or too large. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "400",
                     *           "title": "Bad Request",
                     *           "detail": "The body must be JSON"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No valid access token: missing, unknown or expired. A project key is none. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "401",
                     *           "title": "Unauthorized",
                     *           "detail": "Invalid access token"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such organisation or project, or it is not the caller's: the two look the same. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "404",
                     *           "title": "Not Found",
                     *           "detail": "Project not found"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A field is missing or wrong, or `expiresAt` is not later than now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "422",
                     *           "title": "Unprocessable Entity",
                     *           "detail": "expiresAt must be an ISO 8601 date in the future"
                     *         }
                     *       ]
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
                     *       "errors": [
                     *         {
                     *           "status": "500",
                     *           "title": "Internal Server Error",
                     *           "detail": "Internal server error"
                     *         }
                     *       ]
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
                /** @description The organisation the project belongs to. */
                organizationId: string;
                /** @description The project the key belongs to. */
                projectId: string;
                /** @description The id of the key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. If there is a body, what it holds is not known: ignore it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid access token: missing, unknown or expired. A project key is none. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "401",
                     *           "title": "Unauthorized",
                     *           "detail": "Invalid access token"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No such key in this project, or no such project. After a delete it says that the key is already gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "404",
                     *           "title": "Not Found",
                     *           "detail": "API key not found"
                     *         }
                     *       ]
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
                     *       "errors": [
                     *         {
                     *           "status": "500",
                     *           "title": "Internal Server Error",
                     *           "detail": "Internal server error"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "data": [
                     *         {
                     *           "id": "openai/gpt-oss-120b",
                     *           "object": "model",
                     *           "created": 1709251200,
                     *           "owned_by": "openai"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description No valid project key: missing, unknown, expired, or deleted. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "401",
                     *           "title": "Unauthorized",
                     *           "detail": "Invalid API key"
                     *         }
                     *       ]
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
                     *       "errors": [
                     *         {
                     *           "status": "500",
                     *           "title": "Internal Server Error",
                     *           "detail": "Internal server error"
                     *         }
                     *       ]
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
                /** @description Says which application is calling. An identifier, no secret, and no project key. */
                "Api-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada@example.com",
                 *       "password": "correct horse battery staple"
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
                     *       "data": {
                     *         "id": "user-123",
                     *         "type": "session",
                     *         "attributes": {
                     *           "accessToken": "eyJhbGciOiJSUzI1NiJ9.e30.x",
                     *           "refreshToken": "dGhpcyBpcyBhIHJlZnJlc2ggdG9rZW4",
                     *           "email": "ada@example.com",
                     *           "firstName": "Ada",
                     *           "lastName": "Lovelace"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The body is missing, no JSON, or too large. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "400",
                     *           "title": "Bad Request",
                     *           "detail": "The body must be JSON"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description No account has this name, or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "401",
                     *           "title": "Unauthorized",
                     *           "detail": "Invalid username or password"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The name or the password is missing, or no text. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errors": [
                     *         {
                     *           "status": "422",
                     *           "title": "Unprocessable Entity",
                     *           "detail": "password is missing"
                     *         }
                     *       ]
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
                     *       "errors": [
                     *         {
                     *           "status": "500",
                     *           "title": "Internal Server Error",
                     *           "detail": "Internal server error"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
}
