// Sessions: how a person signs in and out. A session may do what an API key may.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import {
  badRequest,
  ErrorEnvelope,
  errorEnvelope,
  errors,
  impersonationRefused,
  LoginLocked,
  serverError,
  unauthenticated,
} from "./errors.js";
import { examples } from "./identifiers.js";
import { anyone, authenticated, clearSessionCookie, setSessionCookie } from "./security.js";
import { sources } from "./sources.js";

const tags = ["Auth"];

const usernameField = () =>
  z.string().openapi({ ...sources.server, description: "The user's name.", example: "admin" });
const passwordField = () =>
  z.string().openapi({
    ...sources.server,
    "x-secret": true,
    description: "The user's password.",
    example: "correct horse battery staple",
  });
const rememberMeText = "Whether the session should last 30 days instead of one.";

export const LoginBody = z
  .object({
    username: usernameField(),
    password: passwordField(),
    rememberMe: z
      .boolean()
      .optional()
      .openapi({ ...sources.server, description: rememberMeText, example: true }),
  })
  .openapi("LoginBody");

export const LoginForm = z
  .object({
    username: usernameField(),
    password: passwordField(),
    rememberMe: z
      .string()
      .optional()
      .openapi({
        ...inferred("Bodies may be urlencoded (observed); that any text but the empty one counts as true is inferred."),
        description: `${rememberMeText} Any text but the empty one says yes.`,
        example: "true",
      }),
  })
  .openapi("LoginForm", { description: "The same as a form." });

export const Login = z
  .object({
    success: z.boolean().openapi({ ...sources.server, description: "True.", example: true }),
    is_admin: z.boolean().openapi({ ...sources.server, description: "Whether the user is an admin.", example: true }),
    username: z.string().openapi({ ...sources.server, description: "The user's name.", example: "admin" }),
    token: z
      .string()
      .optional()
      .openapi({
        ...sources.server,
        "x-secret": true,
        description: "The session token, as in the cookie. Only with the request header `X-Electron-App: true`.",
        example: examples.session,
      }),
  })
  .openapi("Login");

export const Logout = z
  .object({
    success: z.boolean().openapi({ ...sources.server, description: "True.", example: true }),
    message: z
      .string()
      .openapi({ ...sources.server, description: "A sentence to show.", example: "Logged out successfully" }),
  })
  .openapi("Logout");

const example = { username: "admin", password: "correct horse battery staple" };

const login = createRoute({
  operationId: "login",
  method: "post",
  path: "/users/login",
  tags,
  summary: "Sign in",
  description:
    "Checks a name and a password, and sets the session cookie. With the header `X-Electron-App: true` the session token is in the body too: the way for programs that keep no cookies. Five failures within ten minutes lock it. Accounts with a second factor, and instances with password sign-in switched off, answer in ways that this document does not describe.",
  ...sources.server,
  security: anyone,
  request: {
    headers: z.object({
      "X-Electron-App": z
        .string()
        .optional()
        .openapi({
          ...sources.server,
          param: { name: "X-Electron-App", in: "header" },
          description: "`true` asks for the session token in the body.",
          example: "true",
        }),
    }),
    body: {
      required: true,
      content: {
        "application/json": { schema: LoginBody, example },
        "application/x-www-form-urlencoded": { schema: LoginForm, example },
      },
    },
  },
  responses: {
    200: {
      description: "Signed in. The session is in the cookie.",
      ...sources.server,
      headers: {
        "Set-Cookie": {
          description:
            "The session, in `jwt`: HttpOnly, SameSite=Lax, for 86400 seconds, or 2592000 with `rememberMe`.",
          required: true,
          schema: { type: "string" as const, pattern: "^jwt=[^;]+; .*HttpOnly" },
          example: setSessionCookie(examples.session),
          ...sources.server,
        },
      },
      content: {
        "application/json": { schema: Login, example: { success: true, is_admin: true, username: "admin" } },
      },
    },
    400: badRequest("The name or the password is missing.", errors.wrongCredentials),
    401: {
      description: "No user has this name, or the password is wrong.",
      ...sources.server,
      content: { "application/json": { schema: ErrorEnvelope, example: errorEnvelope(errors.wrongCredentials) } },
    },
    429: {
      description: "Five logins failed within ten minutes. There is no `Retry-After`.",
      ...sources.server,
      content: {
        "application/json": { schema: LoginLocked, example: { error: errors.loginLocked, remainingTime: 600 } },
      },
    },
    500: serverError(
      "The server failed; so also where the body is missing or its JSON cannot be parsed.",
      errors.internal,
    ),
  },
});

const logout = createRoute({
  operationId: "logout",
  method: "post",
  path: "/users/logout",
  tags,
  summary: "Sign out",
  description: "Ends the caller's session. With an API key it answers the same and ends nothing (inferred).",
  ...sources.server,
  security: authenticated,
  responses: {
    200: {
      description: "Signed out.",
      ...sources.server,
      headers: {
        "Set-Cookie": {
          description: "Clears the `jwt` cookie.",
          required: false,
          schema: { type: "string" as const, pattern: "^jwt=;" },
          example: clearSessionCookie,
          ...sources.server,
        },
      },
      content: {
        "application/json": { schema: Logout, example: { success: true, message: "Logged out successfully" } },
      },
    },
    401: unauthenticated,
    403: impersonationRefused,
    500: serverError("The server failed.", errors.logoutFailed),
  },
});

export const authRoutes = { login, logout };
