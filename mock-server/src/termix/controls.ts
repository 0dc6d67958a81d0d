// What the control plane offers for this API: users and their rights, sessions, keys, and the lock on logins.
import { z } from "@hono/zod-openapi";
import type { ControlOperation } from "../core/contract/mock-api.js";
import { closed, lifetime } from "../core/state/schema-problem.js";
import type { TermixActions } from "./actions.js";

type Input<Params, Body> = { readonly params: Params; readonly body: Body };

const username = z.string().optional().openapi({ description: "A user's name; the first admin if absent." });
const named = z.object({ username: z.string() });
const summary = z.object({ userId: z.string(), username: z.string(), isAdmin: z.boolean() });
export const newUser = closed({
  username: z.string().min(1),
  password: z.string().min(1).optional(),
  isAdmin: z.boolean().optional(),
});
export const rights = closed({ isAdmin: z.boolean() });
export const newKey = closed({ name: z.string().trim().min(1), username, expiresIn: lifetime.optional() });
export const newSession = closed({ username, expiresIn: lifetime.optional() });
export const failures = closed({ left: z.int().min(0).max(5) });

type Named<Body = undefined> = Input<z.infer<typeof named>, Body>;
type Sent<Body extends z.ZodType> = Input<undefined, z.infer<Body>>;

export const controls: readonly ControlOperation<TermixActions>[] = [
  {
    operationId: "listUsers",
    method: "get",
    path: "/users",
    summary: "The users; the key in the banner is of the first admin",
    result: z.object({ users: z.array(summary) }),
    run: ({ users }) => ({ users: users.list() }),
  },
  {
    operationId: "createUser",
    method: "post",
    path: "/users",
    summary: "A new user, with or without a password",
    body: newUser,
    result: summary,
    run: ({ users }, { body }: Sent<typeof newUser>) => users.create(body),
  },
  {
    operationId: "changeUser",
    method: "put",
    path: "/users/{username}",
    summary: "Give or take the admin right: keys and sessions follow at once",
    params: named,
    body: rights,
    run: ({ users }, { params, body }: Named<z.infer<typeof rights>>) => users.setAdmin(params.username, body.isAdmin),
  },
  {
    operationId: "deleteUser",
    method: "delete",
    path: "/users/{username}",
    summary: "Delete a user, its keys and its sessions",
    params: named,
    run: ({ users }, { params }: Named) => users.delete(params.username),
  },
  {
    operationId: "createKey",
    method: "post",
    path: "/api-keys",
    summary: "A key for a user, shown this once",
    body: newKey,
    result: z.object({ id: z.string(), token: z.string() }),
    run: ({ users }, { body }: Sent<typeof newKey>) => users.createKey(body),
  },
  {
    operationId: "createSession",
    method: "post",
    path: "/sessions",
    summary: "Sign somebody in: the value of a Cookie header",
    body: newSession,
    result: z.object({ cookie: z.string() }),
    run: async ({ sessions }, { body }: Sent<typeof newSession>) => ({ cookie: await sessions.create(body) }),
  },
  {
    operationId: "endSessions",
    method: "delete",
    path: "/sessions/{username}",
    summary: "End every session of a user",
    params: named,
    run: ({ sessions }, { params }: Named) => sessions.end(params.username),
  },
  {
    operationId: "failLogins",
    method: "put",
    path: "/logins/{username}",
    summary: "As if logins had failed until so many are left; 0 locks the user's login",
    params: named,
    body: failures,
    run: ({ logins }, { params, body }: Named<z.infer<typeof failures>>) => logins.leave(body.left, params.username),
  },
  {
    operationId: "unlockLogin",
    method: "delete",
    path: "/logins/{username}",
    summary: "Forget the failed logins of a user",
    params: named,
    run: ({ logins }, { params }: Named) => logins.unlock(params.username),
  },
];
