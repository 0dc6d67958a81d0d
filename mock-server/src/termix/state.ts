// The living state: users, their keys and sessions, and the logins that failed.
import { keyForm, sessionMaxAge } from "@terminus-hub/spec/termix";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { fingerprint, type HandedOut, SecretVault } from "../core/state/secret-vault.js";
import type { Row } from "../core/state/table.js";
import { isoTextOrNull } from "../core/time/iso-text.js";
import { Logins } from "./logins.js";
import * as tables from "./state-schema.js";
import { type ApiKeyInput, newId, type TermixStateInput, type UserInput } from "./state-schema.js";

export type { TermixStateInput } from "./state-schema.js";

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "key"; readonly user: User; readonly key: StoredKey }
  | { readonly kind: "session"; readonly user: User; readonly session: Session };

export type User = Row<typeof tables.user>;

export interface StoredKey extends Row<typeof tables.apiKey> {
  readonly user: User;
}

export interface Session extends Row<typeof tables.session> {
  readonly user: User;
}

export class TermixState {
  readonly services: Services;
  readonly logins: Logins;
  readonly vault = new SecretVault<StoredKey>();
  readonly sessions = new SecretVault<Session>();
  readonly #users = new Map<string, User>();
  readonly #usersByName = new Map<string, User>();
  readonly #keys = new Map<string, StoredKey>();
  /** The key handed out as `mock.apiKey`; undefined where nobody could own one, and in state that came from a snapshot. */
  readonly primaryKey: HandedOut<StoredKey> | undefined;

  constructor(input: TermixStateInput, services: Services) {
    const { users, api_keys: keys = [], sessions = [], login_failures: failures = [], restored } = input;
    this.services = services;
    this.logins = new Logins(
      services.clock,
      failures.map((each) => tables.loginFailures.row(each, services)),
    );
    for (const user of users) this.addUser(user);
    for (const key of keys) this.#addKey(this.userNamed(key.username), key);
    for (const each of sessions) {
      this.sessions.add({ ...tables.session.row(each, services), user: this.userNamed(each.username) });
    }
    if (restored !== true) this.primaryKey = this.vault.handOut(keys.map(({ token }) => token)) ?? this.#mockKey();
  }

  /** In the order in which they joined. */
  get users(): User[] {
    return [...this.#users.values()];
  }

  /** Oldest first. */
  get keys(): StoredKey[] {
    return [...this.#keys.values()].sort((a, b) => a.created_at - b.created_at);
  }

  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  findUser(username: string): User | undefined {
    return this.#usersByName.get(username);
  }

  userNamed(username: string): User {
    const user = this.#usersByName.get(username);
    if (user !== undefined) return user;
    const some = [...this.#usersByName.keys()].slice(0, 5).join(", ");
    throw new RangeError(
      `There is no user "${username}" in this mock. ${some === "" ? "There is none at all." : `Some that exist: ${some}.`}`,
    );
  }

  key(id: string): StoredKey | undefined {
    return this.#keys.get(id);
  }

  addUser(input: UserInput): User {
    const is_admin = input.is_admin ?? this.#users.size === 0;
    const user = tables.user.row({ ...input, is_admin }, this.services);
    if (this.#usersByName.has(user.username)) throw new TypeError(`Two users are named "${user.username}".`);
    if (this.#users.has(user.id)) throw new TypeError(`Two users have the id "${user.id}". Give each its own.`);
    this.#users.set(user.id, user);
    this.#usersByName.set(user.username, user);
    return user;
  }

  /** With the user go its keys and sessions. */
  deleteUser(user: User): void {
    this.#users.delete(user.id);
    this.#usersByName.delete(user.username);
    for (const key of this.keys) if (key.user === user) this.deleteKey(key);
    this.endSessions(user);
  }

  /** A new key; the only moment at which its token is known. */
  createKey(user: User, name: string, expiresAt: number | null): HandedOut<StoredKey> {
    const { username } = user;
    const secret = drawSecret(this.services, keyForm);
    const stored = this.#addKey(user, { name, username, token: secret, expires_at: isoTextOrNull(expiresAt) });
    return { secret, stored };
  }

  /** The token stops working at once. */
  deleteKey(key: StoredKey): void {
    this.#keys.delete(key.id);
    this.vault.revoke(key, this.services.clock.now());
  }

  /** Signs a user in; the token is known only now. */
  createSession(user: User, seconds: number = sessionMaxAge.default): string {
    const { clock, random } = this.services;
    const id = newId(this.services);
    const issued = Math.floor(clock.now() / 1_000);
    const token = jsonWebToken(
      { userId: user.id, sessionId: id, iat: issued, exp: issued + Math.floor(seconds) },
      random.secrets,
    );
    const expires_at = clock.after(seconds * 1_000);
    this.sessions.add({ id, hash: fingerprint(token), username: user.username, expires_at, user });
    return token;
  }

  endSession(session: Session): void {
    this.sessions.revoke(session, this.services.clock.now());
  }

  endSessions(user: User): void {
    for (const session of [...this.sessions.values()]) if (session.user === user) this.endSession(session);
  }

  /** A key of the first admin, or of the first user, that stays the same over a reset. */
  #mockKey(): HandedOut<StoredKey> | undefined {
    const { users, services } = this;
    const owner = users.find(({ is_admin }) => is_admin) ?? users[0];
    if (owner === undefined) return undefined;
    const remembered = services.memoized("first key", () => ({
      id: newId(services),
      token: drawSecret(services, keyForm),
    }));
    const stored = this.#addKey(owner, { ...remembered, name: "Mock key", username: owner.username });
    return { secret: remembered.token, stored };
  }

  #addKey(user: User, input: ApiKeyInput): StoredKey {
    const token = input.token ?? (input.hash === undefined ? drawSecret(this.services, keyForm) : undefined);
    const stored: StoredKey = { ...tables.apiKey.row({ ...input, token }, this.services), user };
    if (this.#keys.has(stored.id)) throw new TypeError(`Two keys have the id "${stored.id}". Give each its own.`);
    this.#keys.set(stored.id, stored);
    this.vault.add(stored);
    return stored;
  }
}

/** Everything as plain data, without a secret; `new TermixState` takes it back. */
export const exportState = (state: TermixState): TermixStateInput => ({
  restored: true,
  users: tables.user.writeAll(state.users),
  api_keys: tables.apiKey.writeAll(state.keys),
  sessions: tables.session.writeAll(state.sessions.values()),
  login_failures: tables.loginFailures.writeAll(state.logins.values()),
});
