// What tests need and the API cannot do: make and delete users, change their rights, sign in as one, age a key, unlock a login.
import type { Services } from "../core/contract/services.js";
import { parseOrThrow } from "../core/state/schema-problem.js";
import { type Duration, milliseconds } from "../core/time/duration.js";
import { failures, newKey, newSession, newUser, rights } from "./controls.js";
import { DEMO_ADMIN } from "./demo-data.js";
import type { TermixState, User } from "./state.js";

export interface TermixUserSummary {
  readonly userId: string;
  readonly username: string;
  readonly isAdmin: boolean;
}

export interface TermixActions {
  readonly users: {
    list(): TermixUserSummary[];
    create(request: {
      readonly username: string;
      /** Absent: a user who cannot sign in by password. */
      readonly password?: string | undefined;
      /** Absent: only the first user of an instance is one. */
      readonly isAdmin?: boolean | undefined;
    }): TermixUserSummary;
    /** With the user go its keys and sessions. */
    delete(username: string): void;
    /** Read at each request: keys and sessions follow at once. */
    setAdmin(username: string, isAdmin: boolean): void;
    /** A key for a user (the first admin, if none is named), in clear this once. */
    createKey(request: {
      readonly name: string;
      readonly username?: string | undefined;
      readonly expiresIn?: Duration | undefined;
    }): {
      readonly id: string;
      readonly token: string;
    };
  };
  readonly sessions: {
    /** Signs somebody in (the first admin, if nobody is named); the result is the value of a `Cookie` header. */
    create(request?: {
      readonly username?: string | undefined;
      readonly expiresIn?: Duration | undefined;
    }): Promise<string>;
    /** Ends every session of a user. */
    end(username: string): void;
  };
  readonly logins: {
    /** As if logins of this user had failed until only `left` are left before it is locked; 0 locks it. */
    leave(left: number, username?: string): void;
    unlock(username?: string): void;
  };
}

export function actions(state: () => TermixState, services: Services): TermixActions {
  const named = (username: string | undefined): User => {
    if (username !== undefined) return state().userNamed(username);
    return state().users.find(({ is_admin }) => is_admin) ?? state().userNamed(DEMO_ADMIN);
  };
  return {
    users: {
      list: () => state().users.map(summary),
      create(request) {
        const { username, password, isAdmin } = parseOrThrow(newUser, request, "users.create()");
        return summary(state().addUser({ username, password, is_admin: isAdmin }));
      },
      delete: (username) => state().deleteUser(state().userNamed(username)),
      setAdmin(username, isAdmin) {
        state().userNamed(username).is_admin = parseOrThrow(rights, { isAdmin }, "setAdmin()").isAdmin;
      },
      createKey(request) {
        const { name, username, expiresIn } = parseOrThrow(newKey, request, "users.createKey()");
        const expiresAt = expiresIn === undefined ? null : services.clock.after(milliseconds(expiresIn, "expiresIn"));
        const { secret, stored } = state().createKey(named(username), name, expiresAt);
        return { id: stored.id, token: secret };
      },
    },
    sessions: {
      async create(request = {}) {
        const { username, expiresIn = "24h" } = parseOrThrow(newSession, request, "sessions.create()");
        return `jwt=${state().createSession(named(username), milliseconds(expiresIn, "expiresIn") / 1_000)}`;
      },
      end: (username) => state().endSessions(state().userNamed(username)),
    },
    logins: {
      leave: (left, username = DEMO_ADMIN) =>
        state().logins.leave(username, parseOrThrow(failures, { left }, "logins.leave()").left),
      unlock: (username = DEMO_ADMIN) => state().logins.forget(username),
    },
  };
}

const summary = ({ id, username, is_admin }: User): TermixUserSummary => ({ userId: id, username, isAdmin: is_admin });
