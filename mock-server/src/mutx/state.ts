// The living state: accounts with their plan, keys, agents and access tokens.
import { keyForm, loginRateLimit } from "@terminus-hub/spec/mutx";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { fingerprint, type HandedOut, SecretVault } from "../core/state/secret-vault.js";
import type { Row } from "../core/state/table.js";
import { isoTextOrNull } from "../core/time/iso-text.js";
import { RateLimiter } from "../core/time/rate-limiter.js";
import type { AccountInput, Agent, ApiKeyInput, MutxStateInput } from "./state-schema.js";
import * as tables from "./state-schema.js";

export type { MutxStateInput } from "./state-schema.js";

/** Seconds an access token and a refresh token last. */
export const ACCESS_SECONDS = 1_800;
const REFRESH_SECONDS = 604_800;

export interface MutxOptions {
  /**
   * Whether a sign-up answers with the permanent User API Key that the documentation promises. The server gives none since March
   * 2026, and neither does the mock unless this is true.
   */
  readonly userApiKey?: boolean;
}

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "key"; readonly account: Account; readonly key: StoredKey }
  | { readonly kind: "token"; readonly account: Account; readonly token: AccessToken };

export interface StoredKey extends Row<typeof tables.apiKey> {
  readonly account: Account;
}

export interface AccessToken extends Row<typeof tables.accessToken> {
  readonly account: Account;
}

/** One account. Nothing in it is ever visible to another. */
export interface Account extends Row<typeof tables.account> {
  /** Those that a list shows: neither deleted nor rotated. */
  readonly keys: NewestFirstList<StoredKey>;
  readonly revokedKeys: Map<string, StoredKey>;
  readonly agents: NewestFirstList<Agent>;
  userKey: StoredKey | undefined;
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
  readonly primaryAccount: Account;
  /** The key handed out as `mock.apiKey`; undefined in state that came from a snapshot. */
  readonly primaryKey: HandedOut<StoredKey> | undefined;

  constructor(input: MutxStateInput, services: Services, options: MutxOptions) {
    this.services = services;
    this.options = options;
    const { limit, windowSeconds } = loginRateLimit;
    this.logins = new RateLimiter(services.clock, { limit, window: windowSeconds * 1_000 });
    this.logins.import(input.logins ?? []);
    for (const account of input.accounts) this.addAccount(account);
    const [primary] = this.accounts.values();
    if (primary === undefined) throw new TypeError("The state has no account. Give at least one.");
    this.primaryAccount = primary;
    if (input.restored === true) return;
    const given = input.accounts[0]?.api_keys ?? [];
    this.primaryKey = this.vault.handOut(given.map(({ key }) => key)) ?? this.#mockKey();
  }

  accountOf(email: string): Account | undefined {
    return this.#byEmail.get(addressForm(email));
  }

  addAccount(input: AccountInput): Account {
    const { services } = this;
    const account: Account = {
      ...tables.account.row(input, services),
      keys: new NewestFirstList(),
      revokedKeys: new Map(),
      agents: new NewestFirstList((input.agents ?? []).map((each) => tables.agent.row(each, services))),
      userKey: undefined,
    };
    if (this.accounts.has(account.id)) throw new TypeError(`Two accounts have the id "${account.id}".`);
    if (this.accountOf(account.email) !== undefined)
      throw new TypeError(`Two accounts have the email "${account.email}".`);
    this.accounts.set(account.id, account);
    this.#byEmail.set(addressForm(account.email), account);
    for (const key of input.api_keys ?? []) this.#addKey(account, key);
    for (const token of input.tokens ?? []) {
      this.tokens.add({ ...tables.accessToken.row(token, services), account });
    }
    if (input.user_key !== undefined) this.#addUserKey(account, input.user_key);
    return account;
  }

  /** A key of the account, revoked ones included. */
  key(account: Account, id: string): StoredKey | undefined {
    return account.keys.get(id) ?? account.revokedKeys.get(id);
  }

  /** A new key; the only moment at which it is known. */
  createKey(account: Account, name: string, expiresAt: number | null): HandedOut<StoredKey> {
    const secret = drawSecret(this.services, keyForm);
    const stored = this.#addKey(account, { name, key: secret, expires_at: isoTextOrNull(expiresAt) });
    return { secret, stored };
  }

  /** The key stops working at once; its record stays. */
  revokeKey(key: StoredKey): void {
    if (!key.is_active) return;
    key.is_active = false;
    key.account.keys.delete(key.id);
    key.account.revokedKeys.set(key.id, key);
    this.vault.revoke(key, this.services.clock.now());
  }

  /** The permanent key of the documentation: in no list, and counted by no plan. */
  createUserKey(account: Account): string {
    const secret = drawSecret(this.services, keyForm);
    this.#addUserKey(account, { id: this.services.random.ids.uuid(), hash: fingerprint(secret) });
    return secret;
  }

  /** An access token; known only now. */
  createToken(account: Account, seconds: number = ACCESS_SECONDS): string {
    const { random, clock } = this.services;
    const token = this.#jwt(account, "access", seconds);
    const expires_at = clock.after(seconds * 1_000);
    this.tokens.add({ id: random.ids.uuid(), hash: fingerprint(token), account, expires_at });
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

  /** A key for the primary account that stays the same over a reset. */
  #mockKey(): HandedOut<StoredKey> {
    const { services } = this;
    const remembered = services.memoized("first key", () => ({
      id: services.random.ids.uuid(),
      key: drawSecret(services, keyForm),
    }));
    const stored = this.#addKey(this.primaryAccount, { ...remembered, name: "Mock key" });
    return { secret: remembered.key, stored };
  }

  #addKey(account: Account, input: ApiKeyInput): StoredKey {
    const stored: StoredKey = { ...tables.apiKey.row(input, this.services), account };
    if (stored.is_active) {
      account.keys.add(stored);
      this.vault.add(stored);
    } else account.revokedKeys.set(stored.id, stored);
    return stored;
  }

  #addUserKey(account: Account, known: { readonly id: string; readonly hash: string }): void {
    account.userKey = { ...tables.apiKey.row({ ...known, name: "User API key" }, this.services), account };
    this.vault.add(account.userKey);
  }
}

/** The part after the `@` says the same in any case. */
function addressForm(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at)}${email.slice(at).toLowerCase()}`;
}

/** Everything as plain data, without a secret; `new MutxState` takes it back. */
export function exportState(state: MutxState): MutxStateInput {
  const tokens = [...state.tokens.values()];
  return {
    restored: true,
    logins: [...state.logins.export()],
    accounts: Array.from(state.accounts.values(), (account) =>
      tables.account.write(account, {
        api_keys: tables.apiKey.writeAll([...account.keys, ...account.revokedKeys.values()]),
        agents: tables.agent.writeAll(account.agents),
        tokens: tables.accessToken.writeAll(tokens.filter((token) => token.account === account)),
        ...(account.userKey && { user_key: { id: account.userKey.id, hash: account.userKey.hash } }),
      }),
    ),
  };
}
