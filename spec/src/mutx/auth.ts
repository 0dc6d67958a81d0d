// Sign-up, sign-in, and who is calling. The access token does what an API key does.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import {
  badRequest,
  errors,
  invalidBody,
  rateLimited,
  serverError,
  unauthenticated,
  wrongCredentials,
} from "./errors.js";
import { anyone, authenticated, keyForm, loginRateLimit } from "./security.js";
import { sources } from "./sources.js";
import { time } from "./times.js";

const tags = ["Auth"];
const email = () => z.email().openapi({ ...sources.server, description: "The email.", example: "ada@example.com" });
const password = (description: string) =>
  z.string().openapi({ ...sources.server, "x-secret": true, description, example: "Correct-Horse-7!" });

export const RegisterBody = z
  .object({
    email: email(),
    name: z.string().openapi({ ...sources.server, description: "The person's name.", example: "Ada" }),
    password: password(
      'The password: 8 characters or more, with an upper-case and a lower-case letter, a digit, and one of `!@#$%^&*(),.?":{}|<>`. A weaker one is refused with 400.',
    ),
  })
  .openapi("RegisterBody");

export const LoginBody = z.object({ email: email(), password: password("The password.") }).openapi("LoginBody");

export const TokenPair = z
  .object({
    access_token: z.string().openapi({
      ...sources.server,
      "x-secret": true,
      description: "A JWT: the Bearer of the next requests.",
      example: "eyJhbGciOiJIUzI1NiJ9.e30.x",
    }),
    refresh_token: z.string().openapi({
      ...sources.server,
      "x-secret": true,
      description: "For a new pair when the access token has expired.",
      example: "eyJhbGciOiJIUzI1NiJ9.e30.y",
    }),
    token_type: z.string().openapi({ ...sources.server, description: "`bearer`.", example: "bearer" }),
    expires_in: z
      .number()
      .int()
      .min(0)
      .openapi({ ...sources.server, description: "Seconds until the access token expires.", example: 1800 }),
  })
  .openapi("TokenPair");

export const Registration = TokenPair.extend({
  api_key: z
    .string()
    .regex(new RegExp(keyForm.pattern))
    .optional()
    .openapi({
      ...inferred(
        "The page promises a permanent User API Key upon registration; it was removed in March 2026. The field's name, and that it has the form of other keys, are inferred.",
      ),
      "x-secret": true,
      deprecated: true,
      description: "The permanent User API Key of the page. Today's server gives none.",
      example: `${keyForm.prefix}fedcba987654_${"0123456789ABCDEFGHIJabcdefghij".repeat(2).slice(0, 43)}`,
    }),
}).openapi("Registration");

export const Me = z
  .object({
    id: z.string().openapi({
      ...sources.server,
      description: "The caller's id.",
      example: "b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10",
    }),
    email: z.string().openapi({ ...sources.server, description: "The caller's email.", example: "ada@example.com" }),
    name: z.string().openapi({ ...sources.server, description: "The caller's name.", example: "Ada" }),
    plan: z.string().openapi({
      ...sources.server,
      description: "The plan, which limits the number of active keys.",
      examples: ["FREE", "STARTER", "PRO", "ENTERPRISE"],
    }),
    created_at: time("When the account was made."),
    is_active: z.boolean().openapi({ ...sources.server, description: "Whether the account is active.", example: true }),
    is_email_verified: z
      .boolean()
      .openapi({ ...sources.server, description: "Whether the email is confirmed.", example: false }),
  })
  .openapi("Me", { description: "Who is calling." });

const tokens = {
  access_token: "eyJhbGciOiJIUzI1NiJ9.e30.x",
  refresh_token: "eyJhbGciOiJIUzI1NiJ9.e30.y",
  token_type: "bearer",
  expires_in: 1800,
};

const signInLimit = `More than ${loginRateLimit.limit} requests in ${loginRateLimit.windowSeconds} seconds.`;

const register = createRoute({
  operationId: "register",
  method: "post",
  path: "/auth/register",
  tags,
  summary: "Sign up",
  description: "Makes an account on the FREE plan and signs in.",
  ...sources.server,
  security: anyone,
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: RegisterBody,
          example: { email: "ada@example.com", name: "Ada", password: "Correct-Horse-7!" },
        },
      },
    },
  },
  responses: {
    201: {
      description: "The account is made.",
      ...sources.server,
      content: { "application/json": { schema: Registration, example: tokens } },
    },
    400: badRequest("The email is taken, or the password too weak.", errors.emailTaken),
    422: invalidBody("email"),
    429: rateLimited(),
    500: serverError,
  },
});

const login = createRoute({
  operationId: "login",
  method: "post",
  path: "/auth/login",
  tags,
  summary: "Sign in",
  description:
    "Gives an access token and a refresh token. (For a deactivated account, or one whose email must be confirmed first, the source says 403, which this document does not declare.)",
  ...sources.server,
  "x-rate-limit": loginRateLimit,
  security: anyone,
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: LoginBody,
          example: { email: "ada@example.com", password: "Correct-Horse-7!" },
        },
      },
    },
  },
  responses: {
    200: {
      description: "Signed in.",
      ...sources.server,
      content: { "application/json": { schema: TokenPair, example: tokens } },
    },
    401: wrongCredentials,
    422: invalidBody("email"),
    429: rateLimited(signInLimit),
    500: serverError,
  },
});

const me = createRoute({
  operationId: "me",
  method: "get",
  path: "/auth/me",
  tags,
  summary: "Who is calling",
  description: "The user that the token or the key belongs to.",
  ...sources.server,
  security: authenticated,
  responses: {
    200: {
      description: "The caller.",
      ...sources.server,
      content: {
        "application/json": {
          schema: Me,
          example: {
            id: "b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10",
            email: "ada@example.com",
            name: "Ada",
            plan: "FREE",
            created_at: "2026-03-22T12:00:00.123456Z",
            is_active: true,
            is_email_verified: false,
          },
        },
      },
    },
    401: unauthenticated,
    429: rateLimited(),
    500: serverError,
  },
});

export const authRoutes = { register, login, me };
