// Sign-in: how a person gets the access token that managing keys takes.
import { createRoute, z } from "@hono/zod-openapi";
import { badRequest, invalid, serverError, wrongCredentials } from "./errors.js";
import { anyone } from "./security.js";
import { authServers as servers } from "./servers.js";
import { sources } from "./sources.js";

export const LoginBody = z
  .object({
    username: z
      .string()
      .openapi({ ...sources.authenticationPage, description: "The person's email.", example: "ada@example.com" }),
    password: z.string().openapi({
      ...sources.authenticationPage,
      "x-secret": true,
      description: "The person's password.",
      example: "correct horse battery staple",
    }),
  })
  .openapi("LoginBody");

export const Session = z
  .object({
    data: z
      .object({
        id: z.string().openapi({ ...sources.authenticationPage, description: "An id.", example: "user-123" }),
        type: z.string().openapi({ ...sources.authenticationPage, description: "`session`.", example: "session" }),
        attributes: z
          .object({
            accessToken: z.string().openapi({
              ...sources.authenticationPage,
              "x-secret": true,
              description: "The Bearer of the key operations. Short-lived.",
              example: "eyJhbGciOiJSUzI1NiJ9.e30.x",
            }),
            refreshToken: z.string().openapi({
              ...sources.authenticationPage,
              "x-secret": true,
              description: "For a new access token. Long-lived.",
              example: "dGhpcyBpcyBhIHJlZnJlc2ggdG9rZW4",
            }),
            email: z
              .string()
              .optional()
              .openapi({
                ...sources.authenticationPage,
                description: "The person's email.",
                example: "ada@example.com",
              }),
            firstName: z
              .string()
              .nullable()
              .optional()
              .openapi({ ...sources.authenticationPage, description: "The person's first name.", example: "Ada" }),
            lastName: z
              .string()
              .nullable()
              .optional()
              .openapi({ ...sources.authenticationPage, description: "The person's last name.", example: "Lovelace" }),
          })
          .openapi({ ...sources.authenticationPage, description: "The tokens and whose they are." }),
      })
      .openapi({ ...sources.authenticationPage, description: "The session." }),
  })
  .openapi("Session");

const login = createRoute({
  operationId: "login",
  method: "post",
  path: "/oauth/token",
  tags: ["Auth"],
  servers,
  summary: "Sign in",
  description: "Lives on the authentication host. Gives the access token that the key operations take.",
  ...sources.authenticationPage,
  security: anyone,
  request: {
    headers: z.object({
      "Api-Key": z
        .string()
        .optional()
        .openapi({
          ...sources.authenticationPage,
          param: { name: "Api-Key", in: "header" },
          description: "Says which application is calling. An identifier, no secret, and no project key.",
          example: "my-application",
        }),
    }),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: LoginBody,
          example: { username: "ada@example.com", password: "correct horse battery staple" },
        },
      },
    },
  },
  responses: {
    200: {
      description: "Signed in.",
      ...sources.authenticationPage,
      content: {
        "application/json": {
          schema: Session,
          example: {
            data: {
              id: "user-123",
              type: "session",
              attributes: {
                accessToken: "eyJhbGciOiJSUzI1NiJ9.e30.x",
                refreshToken: "dGhpcyBpcyBhIHJlZnJlc2ggdG9rZW4",
                email: "ada@example.com",
                firstName: "Ada",
                lastName: "Lovelace",
              },
            },
          },
        },
      },
    },
    400: badRequest,
    401: wrongCredentials,
    422: invalid("The name or the password is missing, or no text.", "password is missing"),
    500: serverError,
  },
});

export const authRoutes = { login };
