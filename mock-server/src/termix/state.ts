// The living state: users, their keys and sessions, and the logins that failed.
import { sessionMaxAge, tokenPrefixLength } from "@terminus-hub/spec/termix";
import type { Services } from "../core/contract/services.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { fingerprint, SecretVault } from "../core/state/secret-vault.js";
import { instant } from "../core/time/clock.js";
import { Logins } from "./logins.js";
import type { ApiKeyInput, TermixStateInput, UserInput } from "./state-schema.js";

export type { TermixStateInput } from "./state-schema.js";

export const TOKEN_PREFIX = "tmx_";
const HEX = "0123456789abcdef";
const TOKEN_DIGITS = 64;
const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const ID_LENGTH = 21;

export interface User {
  readonly id: string;
  readonly username: string;
  /** Null for a user who signs in another way. */
  readonly passwordHash: string | null;
  isAdmin: boolean;
  readonly isOidc: boolean;
  readonly totpEnabled: boolean;
  readonly dataUnlocked: boolean;
}

export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly user: User;
  readonly hash: string;
  readonly tokenPrefix: string;
  readonly createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

export interface Session {
  readonly id: string;
  readonly hash: string;
  readonly user: User;
  readonly expiresAt: number;
}

export interface HandedOut {
  readonly secret: string;
  readonly stored: StoredKey;
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
  readonly firstKey: HandedOut | undefined;

  constructor(input: TermixStateInput, services: Services) {
    this.services = services;
    this.logins = new Logins(services.clock);
    for (const user of input.users) this.addUser(user);
    for (const key of input.api_keys ?? []) this.#addKey(this.userNamed(key.username), key);
    for (const { hash, id, username, expires_at } of input.sessions ?? []) {
      const user = this.userNamed(username);
      this.sessions.add({ id: id ?? newId(services), hash, user, expiresAt: instant(expires_at) });
    }
    for (const { username, count, first_at, locked_until } of input.login_failures ?? []) {
      const lockedUntil = locked_until === null ? null : instant(locked_until);
      this.logins.restore(username, { count, firstAt: instant(first_at), lockedUntil });
    }
    this.firstKey = input.restored === true ? undefined : this.#handOut(input.api_keys ?? []);
  }

  /** In the order in which they joined. */
  get users(): User[] {
    return [...this.#users.values()];
  }

  /** Oldest first. */
  get keys(): StoredKey[] {
    return [...this.#keys.values()].sort((a, b) => a.createdAt - b.createdAt);
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
    const user: User = {
      id: input.id ?? newId(this.services),
      username: input.username,
      passwordHash: input.password_hash ?? (input.password === undefined ? null : fingerprint(input.password)),
      isAdmin: input.is_admin ?? this.#users.size === 0,
      isOidc: input.is_oidc ?? false,
      totpEnabled: input.totp_enabled ?? false,
      dataUnlocked: input.data_unlocked ?? true,
    };
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
  createKey(user: User, name: string, expiresAt: number | null): HandedOut {
    const secret = newToken(this.services);
    const expires_at = expiresAt === null ? null : new Date(expiresAt).toISOString();
    return { secret, stored: this.#addKey(user, { name, username: user.username, token: secret, expires_at }) };
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
    const issued = clock.now();
    const seconds1970 = Math.floor(issued / 1_000);
    const token = jsonWebToken(
      { userId: user.id, sessionId: id, iat: seconds1970, exp: seconds1970 + Math.floor(seconds) },
      random.secrets,
    );
    this.sessions.add({ id, hash: fingerprint(token), user, expiresAt: clock.after(seconds * 1_000) });
    return token;
  }

  endSession(session: Session): void {
    this.sessions.revoke(session, this.services.clock.now());
  }

  endSessions(user: User): void {
    for (const session of [...this.sessions.values()]) if (session.user === user) this.endSession(session);
  }

  /** The first key of the fixture that has its token, else one made for the first admin, or the first user. */
  #handOut(given: readonly ApiKeyInput[]): HandedOut | undefined {
    const token = given.find((key) => key.token !== undefined)?.token;
    const known = token === undefined ? undefined : this.vault.find(token);
    if (token !== undefined && known !== undefined) return { secret: token, stored: known };
    const { users, services } = this;
    const owner = users.find(({ isAdmin }) => isAdmin) ?? users[0];
    if (owner === undefined) return undefined;
    const remembered = services.memoized("first key", () => ({ id: newId(services), token: newToken(services) }));
    return {
      secret: remembered.token,
      stored: this.#addKey(owner, { ...remembered, name: "Mock key", username: owner.username }),
    };
  }

  #addKey(user: User, input: ApiKeyInput): StoredKey {
    const { services } = this;
    const token = input.token ?? (input.hash === undefined ? newToken(services) : undefined);
    const stored: StoredKey = {
      id: input.id ?? newId(services),
      name: input.name,
      user,
      hash: input.hash ?? fingerprint(token ?? ""),
      tokenPrefix: input.token_prefix ?? (token ?? newToken(services)).slice(0, tokenPrefixLength),
      createdAt: input.created_at === undefined ? services.clock.now() : instant(input.created_at),
      expiresAt: typeof input.expires_at === "string" ? instant(input.expires_at) : null,
      lastUsedAt: typeof input.last_used_at === "string" ? instant(input.last_used_at) : null,
    };
    if (this.#keys.has(stored.id)) throw new TypeError(`Two keys have the id "${stored.id}". Give each its own.`);
    this.#keys.set(stored.id, stored);
    this.vault.add(stored);
    return stored;
  }
}

const newId = ({ random }: Services): string => random.ids.text(ID_LENGTH, ID_ALPHABET);
const newToken = ({ random }: Services): string => `${TOKEN_PREFIX}${random.secrets.text(TOKEN_DIGITS, HEX)}`;
const iso = (time: number): string => new Date(time).toISOString();

/** As the API writes a moment: ISO 8601 in UTC with milliseconds, or null. */
export const timeText = (time: number | null): string | null => (time === null ? null : iso(time));

/** Everything as plain data, without a secret; `new TermixState` takes it back. */
export function exportState(state: TermixState): TermixStateInput {
  return {
    restored: true,
    users: state.users.map((user) => ({
      id: user.id,
      username: user.username,
      ...(user.passwordHash !== null && { password_hash: user.passwordHash }),
      is_admin: user.isAdmin,
      is_oidc: user.isOidc,
      totp_enabled: user.totpEnabled,
      data_unlocked: user.dataUnlocked,
    })),
    api_keys: state.keys.map((key) => ({
      id: key.id,
      name: key.name,
      username: key.user.username,
      hash: key.hash,
      token_prefix: key.tokenPrefix,
      created_at: iso(key.createdAt),
      expires_at: timeText(key.expiresAt),
      last_used_at: timeText(key.lastUsedAt),
    })),
    sessions: [...state.sessions.values()].map(({ id, hash, user, expiresAt }) => ({
      id,
      hash,
      username: user.username,
      expires_at: iso(expiresAt),
    })),
    login_failures: [...state.logins.entries()].map(([username, { count, firstAt, lockedUntil }]) => ({
      username,
      count,
      first_at: iso(firstAt),
      locked_until: timeText(lockedUntil),
    })),
  };
}
