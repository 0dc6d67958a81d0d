// What tests need and the API cannot do: make and delete users, change their rights, sign in as one, age a key, unlock a login.
import { z } from "zod";
import { action } from "../core/actions/action.js";
import type { Services } from "../core/contract/services.js";
import { lifetime } from "../core/state/schema-problem.js";
import { DEMO_ADMIN } from "./demo-data.js";
import type { TermixState, User } from "./state.js";

const username = z.string();
const owner = username.optional().describe("A user's name; the first admin if absent.");
const loginOf = username.optional().describe(`A user's name; ${DEMO_ADMIN} if absent.`);
const left = z.int().min(0).max(5).describe("How many logins may still fail; 0 locks the user's login.");
const isAdmin = z.boolean();
const userSummary = z.object({ userId: z.string(), username, isAdmin });
const newUser = {
  username: username.min(1),
  /** Absent: a user who cannot sign in by password. */
  password: z.string().min(1).optional().describe("Absent: a user who cannot sign in by password."),
  /** Absent: only the first user of an instance is one. */
  isAdmin: isAdmin.optional().describe("Absent: only the first user of an instance is one."),
};

interface NewUser extends Readonly<z.input<z.ZodObject<typeof newUser>>> {}
export interface TermixUserSummary extends Readonly<z.infer<typeof userSummary>> {}
export type TermixActions = Readonly<ReturnType<typeof actions>>;

export function actions(state: () => TermixState, services: Services) {
  const userNamed = (name: string | undefined): User => {
    if (name !== undefined) return state().userNamed(name);
    return state().users.find(({ is_admin }) => is_admin) ?? state().userNamed(DEMO_ADMIN);
  };
  const createUser: (request: NewUser) => TermixUserSummary = action(
    {
      route: "POST /users",
      operationId: "createUser",
      summary: "A new user, with or without a password",
      input: newUser,
      result: userSummary,
    },
    ({ username, password, isAdmin }) => summary(state().addUser({ username, password, is_admin: isAdmin })),
  );
  return {
    users: {
      list: action(
        {
          route: "GET /users",
          operationId: "listUsers",
          summary: "The users; the key in the banner is of the first admin",
          result: z.array(userSummary),
          resultField: "users",
        },
        () => state().users.map(summary),
      ),
      create: createUser,
      /** With the user go its keys and sessions. */
      delete: action(
        {
          route: "DELETE /users/{username}",
          operationId: "deleteUser",
          summary: "Delete a user, its keys and its sessions",
          input: { username },
          args: ["username"],
        },
        (username) => state().deleteUser(state().userNamed(username)),
      ),
      /** Read at each request: keys and sessions follow at once. */
      setAdmin: action(
        {
          route: "PUT /users/{username}",
          operationId: "changeUser",
          summary: "Give or take the admin right: keys and sessions follow at once",
          input: { username, isAdmin },
          args: ["username", "isAdmin"],
        },
        (username, isAdmin) => {
          state().userNamed(username).is_admin = isAdmin;
        },
      ),
      /** A key for a user (the first admin, if none is named), in clear this once. */
      createKey: action(
        {
          route: "POST /api-keys",
          operationId: "createKey",
          summary: "A key for a user, shown this once",
          input: { name: z.string().trim().min(1), username: owner, expiresIn: lifetime.optional() },
          result: z.object({ id: z.string(), token: z.string() }),
        },
        ({ name, username, expiresIn }) => {
          const expiresAt = expiresIn === undefined ? null : services.clock.after(expiresIn);
          const { secret, stored } = state().createKey(userNamed(username), name, expiresAt);
          return { id: stored.id, token: secret };
        },
      ),
    },
    sessions: {
      /** Signs somebody in (the first admin, if nobody is named); the result is the value of a `Cookie` header. */
      create: action(
        {
          route: "POST /sessions",
          operationId: "createSession",
          summary: "Sign somebody in: the value of a Cookie header",
          input: { username: owner, expiresIn: lifetime.prefault("24h") },
          result: z.string(),
          resultField: "cookie",
          async: true,
        },
        async ({ username, expiresIn }) => `jwt=${state().createSession(userNamed(username), expiresIn / 1_000)}`,
      ),
      /** Ends every session of a user. */
      end: action(
        {
          route: "DELETE /sessions/{username}",
          operationId: "endSessions",
          summary: "End every session of a user",
          input: { username },
          args: ["username"],
        },
        (username) => state().endSessions(state().userNamed(username)),
      ),
    },
    logins: {
      /** As if logins of this user had failed until only `left` are left before it is locked; 0 locks it. */
      leave: action(
        {
          route: "PUT /logins/{username}",
          operationId: "failLogins",
          summary: "As if logins had failed until so many are left; 0 locks the user's login",
          input: { left, username: loginOf },
          args: ["left", "username"],
        },
        (left, username: string = DEMO_ADMIN) => state().logins.leave(username, left),
      ),
      unlock: action(
        {
          route: "DELETE /logins/{username}",
          operationId: "unlockLogin",
          summary: "Forget the failed logins of a user",
          input: { username: loginOf },
          args: ["username"],
        },
        (username: string = DEMO_ADMIN) => state().logins.forget(username),
      ),
    },
  };
}

const summary = ({ id, username, is_admin }: User): TermixUserSummary => ({ userId: id, username, isAdmin: is_admin });
