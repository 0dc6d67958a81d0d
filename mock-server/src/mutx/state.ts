// The living state: accounts with their plan, keys, agents and access tokens.
import type { Services } from "../core/contract/services.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { fingerprint, SecretVault } from "../core/state/secret-vault.js";
import { instant } from "../core/time/clock.js";
import { RateLimiter } from "../core/time/rate-limiter.js";
import type { AccountInput, AgentInput, ApiKeyInput, MutxStateInput, Plan } from "./state-schema.js";
import type { MutxOptions } from "./types.js";

export type { MutxStateInput, Plan } from "./state-schema.js";

export const KEY_PREFIX = "mutx_live_";
const HEX = "0123456789abcdef";
const LOOK_UP_DIGITS = 12;
const SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const SECRET_LENGTH = 43;
/** Seconds an access token and a refresh token last. */
export const ACCESS_SECONDS = 1_800;
const REFRESH_SECONDS = 604_800;
const LOGIN_LIMIT = { limit: 10, window: "60s" } as const;

export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly account: Account;
  readonly created_at: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  isActive: boolean;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly status: string;
  readonly config: Record<string, unknown> | null;
  readonly configVersion: number;
  readonly created_at: number;
  readonly updatedAt: number;
}

export interface AccessToken {
  readonly id: string;
  readonly hash: string;
  readonly account: Account;
  readonly expiresAt: number;
}

/** One account. Nothing in it is ever visible to another. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  plan: Plan;
  readonly passwordHash: string | null;
  readonly isEmailVerified: boolean;
  readonly created_at: number;
  /** Those that a list shows: neither deleted nor rotated. */
  readonly keys: NewestFirstList<StoredKey>;
  readonly revokedKeys: Map<string, StoredKey>;
  readonly agents: NewestFirstList<Agent>;
  userKey: StoredKey | undefined;
}

export interface HandedOut {
  readonly secret: string;
  readonly stored: StoredKey;
}

export class MutxState {
  readonly services: Services;
  readonly options: MutxOptions;
  readonly vault = new SecretVault<StoredKey>();
  readonly tokens = new SecretVault<AccessToken>();
  readonly accounts = new Map<string, Account>();
  /** Ten logins a minute, beside the limit of every request. */
  readonly logins: RateLimiter;
  readonly #byEmail = new Map<string, Account>();
  /** The first account: the one that `mock.apiKey` belongs to. */
  readonly first: Account;
  /** The key handed out as `mock.apiKey`; undefined in state that came from a snapshot. */
  readonly firstKey: HandedOut | undefined;

  constructor(input: MutxStateInput, services: Services, options: MutxOptions) {
    this.services = services;
    this.options = options;
    this.logins = new RateLimiter(services.clock, LOGIN_LIMIT);
    this.logins.import(input.logins ?? []);
    for (const account of input.accounts) this.addAccount(account);
    const [first] = this.accounts.values();
    if (first === undefined) throw new TypeError("The state has no account. Give at least one.");
    this.first = first;
    this.firstKey = input.restored === true ? undefined : this.#handOut(input.accounts[0]?.api_keys ?? []);
  }

  accountOf(email: string): Account | undefined {
    return this.#byEmail.get(addressForm(email));
  }

  addAccount(input: AccountInput): Account {
    const { services } = this;
    const account: Account = {
      id: input.id ?? services.random.ids.uuid(),
      email: input.email,
      name: input.name ?? input.email.split("@")[0] ?? "",
      plan: input.plan ?? "FREE",
      passwordHash: input.password_hash ?? (input.password === undefined ? null : fingerprint(input.password)),
      isEmailVerified: input.is_email_verified ?? false,
      created_at: this.#time(input.created_at),
      keys: new NewestFirstList(),
      revokedKeys: new Map(),
      agents: new NewestFirstList((input.agents ?? []).map((agent) => this.#agent(agent))),
      userKey: undefined,
    };
    if (this.accounts.has(account.id)) throw new TypeError(`Two accounts have the id "${account.id}".`);
    if (this.accountOf(account.email) !== undefined)
      throw new TypeError(`Two accounts have the email "${account.email}".`);
    this.accounts.set(account.id, account);
    this.#byEmail.set(addressForm(account.email), account);
    for (const key of input.api_keys ?? []) this.#addKey(account, key);
    for (const { id, hash, expires_at } of input.tokens ?? []) {
      this.tokens.add({ id, hash, account, expiresAt: instant(expires_at) });
    }
    if (input.user_key !== undefined) this.#addUserKey(account, input.user_key);
    return account;
  }

  /** A key of the account, revoked ones included. */
  key(account: Account, id: string): StoredKey | undefined {
    return account.keys.get(id) ?? account.revokedKeys.get(id);
  }

  /** A new key; the only moment at which it is known. */
  createKey(account: Account, name: string, expiresAt: number | null): HandedOut {
    const secret = newSecret(this.services);
    const expires_at = expiresAt === null ? null : new Date(expiresAt).toISOString();
    return { secret, stored: this.#addKey(account, { name, key: secret, expires_at }) };
  }

  /** The key stops working at once; its record stays. */
  revokeKey(key: StoredKey): void {
    if (!key.isActive) return;
    key.isActive = false;
    key.account.keys.delete(key.id);
    key.account.revokedKeys.set(key.id, key);
    this.vault.revoke(key, this.services.clock.now());
  }

  /** The permanent key of the documentation: in no list, and counted by no plan. */
  createUserKey(account: Account): string {
    const secret = newSecret(this.services);
    this.#addUserKey(account, { id: this.services.random.ids.uuid(), hash: fingerprint(secret) });
    return secret;
  }

  /** An access token; known only now. */
  createToken(account: Account, seconds: number = ACCESS_SECONDS): string {
    const { random, clock } = this.services;
    const token = this.#jwt(account, "access", seconds);
    const expiresAt = clock.after(seconds * 1_000);
    this.tokens.add({ id: random.ids.uuid(), hash: fingerprint(token), account, expiresAt });
    return token;
  }

  /** A refresh token, of which no operation of the contract takes any. */
  createRefreshToken(account: Account): string {
    return this.#jwt(account, "refresh", REFRESH_SECONDS);
  }

  #jwt(account: Account, type: string, seconds: number): string {
    const { random, clock } = this.services;
    const issued = Math.floor(clock.now() / 1_000);
    return jsonWebToken({ sub: account.id, type, iat: issued, exp: issued + Math.floor(seconds) }, random.secrets);
  }

  /** The first key of the fixture that has its secret, else one made for the purpose. */
  #handOut(given: readonly ApiKeyInput[]): HandedOut {
    const known = given.find(({ key }) => key !== undefined)?.key;
    const stored = known === undefined ? undefined : this.vault.find(known);
    if (known !== undefined && stored !== undefined) return { secret: known, stored };
    const remembered = this.services.memoized("first key", () => ({
      id: this.services.random.ids.uuid(),
      key: newSecret(this.services),
    }));
    return { secret: remembered.key, stored: this.#addKey(this.first, { ...remembered, name: "Mock key" }) };
  }

  #addKey(account: Account, input: ApiKeyInput): StoredKey {
    const { services } = this;
    const stored: StoredKey = {
      id: (input.id ?? services.random.ids.uuid()).toLowerCase(),
      name: input.name,
      hash: input.hash ?? fingerprint(input.key ?? newSecret(services)),
      account,
      created_at: this.#time(input.created_at),
      expiresAt: typeof input.expires_at === "string" ? instant(input.expires_at) : null,
      lastUsedAt: typeof input.last_used === "string" ? instant(input.last_used) : null,
      isActive: input.is_active ?? true,
    };
    if (stored.isActive) {
      account.keys.add(stored);
      this.vault.add(stored);
    } else account.revokedKeys.set(stored.id, stored);
    return stored;
  }

  #addUserKey(account: Account, { id, hash }: { readonly id: string; readonly hash: string }): void {
    const created_at = this.services.clock.now();
    const none = { expiresAt: null, lastUsedAt: null, isActive: true };
    account.userKey = { id, hash, account, name: "User API key", created_at, ...none };
    this.vault.add(account.userKey);
  }

  #agent(input: AgentInput): Agent {
    const createdAt = this.#time(input.created_at);
    return {
      id: input.id ?? this.services.random.ids.uuid(),
      name: input.name,
      description: input.description ?? null,
      type: input.type ?? "openai",
      status: input.status ?? "running",
      config: input.config ?? null,
      configVersion: input.config_version ?? 1,
      created_at: createdAt,
      updatedAt: input.updated_at === undefined ? createdAt : instant(input.updated_at),
    };
  }

  #time(text: string | undefined): number {
    return text === undefined ? this.services.clock.now() : instant(text);
  }
}

/** The part after the `@` says the same in any case. */
function addressForm(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at)}${email.slice(at).toLowerCase()}`;
}

const newSecret = ({ random: { secrets } }: Services): string =>
  `${KEY_PREFIX}${secrets.text(LOOK_UP_DIGITS, HEX)}_${secrets.text(SECRET_LENGTH, SECRET_ALPHABET)}`;

const iso = (time: number): string => new Date(time).toISOString();
const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));

/** Everything as plain data, without a secret; `new MutxState` takes it back. */
export function exportState(state: MutxState): MutxStateInput {
  const tokens = [...state.tokens.values()];
  return {
    restored: true,
    logins: [...state.logins.export()],
    accounts: [...state.accounts.values()].map((account) => ({
      id: account.id,
      email: account.email,
      name: account.name,
      plan: account.plan,
      ...(account.passwordHash !== null && { password_hash: account.passwordHash }),
      is_email_verified: account.isEmailVerified,
      created_at: iso(account.created_at),
      api_keys: [...account.keys, ...account.revokedKeys.values()].map((key) => ({
        id: key.id,
        name: key.name,
        hash: key.hash,
        created_at: iso(key.created_at),
        expires_at: isoOrNull(key.expiresAt),
        last_used: isoOrNull(key.lastUsedAt),
        is_active: key.isActive,
      })),
      agents: [...account.agents].map(({ configVersion, created_at, updatedAt, ...rest }) => ({
        ...rest,
        config_version: configVersion,
        created_at: iso(created_at),
        updated_at: iso(updatedAt),
      })),
      tokens: tokens
        .filter((token) => token.account === account)
        .map(({ id, hash, expiresAt }) => ({ id, hash, expires_at: iso(expiresAt) })),
      ...(account.userKey && { user_key: { id: account.userKey.id, hash: account.userKey.hash } }),
    })),
  };
}
