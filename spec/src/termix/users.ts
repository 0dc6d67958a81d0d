// The users of a Termix instance: who there is, who is calling, and how one joins.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { lenientQueryInteger } from "../query-integer.js";
import { badRequest, conflict, errors, impersonationRefused, serverError, unauthenticated } from "./errors.js";
import { examples, id } from "./identifiers.js";
import { anyone, authenticated } from "./security.js";
import { sources } from "./sources.js";

const tags = ["Users"];
const flag = (description: string, example: boolean) =>
  z.boolean().openapi({ ...sources.server, description, example });
const username = () => z.string().openapi({ ...sources.server, description: "The user's name.", example: "admin" });

export const User = z
  .object({
    userId: id(sources.server, "The user's id, which `createApiKey` takes.", examples.userId),
    username: username(),
    is_admin: flag("Whether the user is an admin.", true),
    is_oidc: flag("Whether the user signs in by OIDC.", false),
    password_hash: z
      .enum(["set"])
      .nullable()
      .openapi({
        ...sources.server,
        description: "`set` if the user has a password, else null. Never a hash.",
        example: "set",
      }),
    data_unlocked: flag("Whether the user's data is unlocked. Only an admin is told.", true).optional(),
    totp_enabled: flag("Whether the user has a second factor. Only an admin is told.", false).optional(),
  })
  .openapi("User");

export const UserList = z
  .object({
    users: z.array(User).openapi({ ...sources.server, description: "The users, or one page of them." }),
    total: z
      .number()
      .int()
      .min(0)
      .openapi({ ...sources.server, description: "How many there are over all pages.", example: 1 }),
    limit: z
      .number()
      .int()
      .optional()
      .openapi({ ...sources.server, description: "The page's size. Only where `limit` was sent.", example: 50 }),
    offset: z
      .number()
      .int()
      .optional()
      .openapi({ ...sources.server, description: "Where the page starts. Only where `limit` was sent.", example: 0 }),
  })
  .openapi("UserList");

export const Me = z
  .object({
    userId: id(sources.server, "The caller's id.", examples.userId),
    username: username(),
    is_admin: flag("Whether the caller is an admin.", true),
    is_oidc: flag("Whether the caller signs in by OIDC.", false),
    is_dual_auth: flag("Whether the caller can sign in both by OIDC and by password.", false),
    totp_enabled: flag("Whether the caller has a second factor.", false),
    show_donation_modal: flag("Whether the web app should ask for a donation.", false),
  })
  .openapi("Me", { description: "Who is calling." });

export const CreateUserBody = z
  .object({
    username: z
      .string()
      .regex(/\S/, "must not be blank")
      .openapi({ ...sources.server, description: "The new user's name; must be unique.", example: "admin" }),
    password: z
      .string()
      .regex(/\S/, "must not be blank")
      .openapi({
        ...sources.server,
        "x-secret": true,
        description: "The new user's password.",
        example: "correct horse battery staple",
      }),
  })
  .openapi("CreateUserBody");

export const CreatedUser = z
  .object({
    message: z.string().openapi({ ...sources.server, description: "`User created`.", example: "User created" }),
    is_admin: flag("Whether the new user is an admin: true for the first user of an instance.", true),
    toast: z
      .object({
        type: z.string().openapi({ ...sources.server, description: "`success`.", example: "success" }),
        message: z
          .string()
          .openapi({ ...sources.server, description: "A sentence to show.", example: "User created: admin" }),
      })
      .openapi({ ...sources.server, description: "What the web app shows." }),
  })
  .openapi("CreatedUser");

const bounds = inferred(
  "That `limit` goes up to 500 and that `offset` exists is observed in Termix 2.7.0; what the server does with other values is not: a larger limit is read as 500, what is no whole number as absent.",
);

const listUsers = createRoute({
  operationId: "listUsers",
  method: "get",
  path: "/users/list",
  tags,
  summary: "List the users of the instance",
  description:
    "Any user may. This is the working form of the documentation's sample `curl https://HOST/api/users`: the server has no `/api` prefix. Without `limit` the answer holds all users (inferred).",
  ...sources.server,
  security: authenticated,
  request: {
    query: z.object({
      search: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .transform((value) => (Array.isArray(value) ? value[0] : value))
        .openapi({
          ...inferred(
            "The parameter is observed in Termix 2.7.0; that it looks for a part of the user's name, whatever the case, is inferred.",
          ),
          type: "string",
          description: "Only users whose name holds this.",
          example: "adm",
        }),
      limit: lenientQueryInteger(
        { min: 1, max: 500 },
        { ...bounds, description: "How many users a page holds at most. Absent: all of them.", example: 50 },
      ),
      offset: lenientQueryInteger(
        { min: 0 },
        { ...bounds, description: "How many users to skip. Only together with `limit` (inferred).", example: 0 },
      ),
    }),
  },
  responses: {
    200: {
      description: "The users.",
      ...sources.server,
      content: {
        "application/json": {
          schema: UserList,
          example: {
            users: [
              {
                userId: examples.userId,
                username: "admin",
                is_admin: true,
                is_oidc: false,
                password_hash: "set" as const,
                data_unlocked: true,
                totp_enabled: false,
              },
            ],
            total: 1,
            limit: 50,
            offset: 0,
          },
        },
      },
    },
    401: unauthenticated,
    403: impersonationRefused,
    500: serverError("The server failed.", errors.listUsersFailed),
  },
});

const me = createRoute({
  operationId: "me",
  method: "get",
  path: "/users/me",
  tags,
  summary: "Who is calling",
  description: "The user that the session or the key acts as.",
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
            userId: examples.userId,
            username: "admin",
            is_admin: true,
            is_oidc: false,
            is_dual_auth: false,
            totp_enabled: false,
            show_donation_modal: false,
          },
        },
      },
    },
    401: unauthenticated,
    403: impersonationRefused,
    500: serverError("The server failed.", errors.meFailed),
  },
});

const credentials = { username: "admin", password: "correct horse battery staple" };

const createUser = createRoute({
  operationId: "createUser",
  method: "post",
  path: "/users/create",
  tags,
  summary: "Create a user",
  description:
    "Signs a user up. The first user of an instance is its admin. Anyone may, unless the instance has registration switched off (then the source says 403, which this document does not declare).",
  ...sources.server,
  security: anyone,
  request: {
    body: {
      required: true,
      content: {
        "application/json": { schema: CreateUserBody, example: credentials },
        "application/x-www-form-urlencoded": { schema: CreateUserBody, example: credentials },
      },
    },
  },
  responses: {
    200: {
      description: "The user is made. No session is set: sign in by `login`.",
      ...sources.server,
      content: {
        "application/json": {
          schema: CreatedUser,
          example: {
            message: "User created",
            is_admin: true,
            toast: { type: "success", message: "User created: admin" },
          },
        },
      },
    },
    400: badRequest("The name or the password is missing or blank.", errors.credentialsRequired),
    409: conflict("Another user has this name.", errors.usernameTaken),
    500: serverError(
      `The server failed: \`${errors.createUserFailed}\`; or \`${errors.internal}\` where the body is missing or its JSON cannot be parsed.`,
      errors.internal,
    ),
  },
});

export const userRoutes = { listUsers, me, createUser };
