// The living state: accounts with their keys, workspaces, models, submissions and records. What is large is made when first read.
import type { Services } from "../core/contract/services.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { fingerprint, fromHex, SecretVault, toHex } from "../core/state/secret-vault.js";
import { instant } from "../core/time/clock.js";
import type { AccountInput, ApiKeyInput, Plan, Role, SubmissionStatus, TerminusHubStateInput } from "./state-schema.js";
import type { TerminusHubOptions } from "./types.js";

export type { AccountInput, Plan, Role, SubmissionStatus, TerminusHubStateInput } from "./state-schema.js";

/** The characters of a key after `thub_`. */
const SECRET_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET_LENGTH = 32;
export const SECRET_PREFIX = "thub_";
const TERMINUS_ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly account: Account;
  readonly createdAt: number;
  readonly createdText: string;
  lastUsedAt: number | null;
  /** `lastUsedAt` written out, when it was last asked for. */
  lastUsedText: string | null;
  lastUsedTextOf: number | null;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: number;
}

export interface GovernanceModel {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly taxonomies: readonly { readonly id: string; readonly name: string }[];
}

export interface Row {
  readonly data: Record<string, unknown>;
}

export interface Submission {
  readonly id: string;
  readonly workspaceId: string;
  readonly taxonomyId: string;
  readonly status: SubmissionStatus;
  readonly rows: Row[];
  readonly createdAt: number;
}

export interface StoredRecord {
  readonly id: string;
  readonly terminusId: string;
  readonly status: "active" | "archived";
  readonly data: Record<string, unknown>;
  readonly workspaceId: string;
  readonly taxonomyId: string;
  readonly createdAt: number;
}

export interface Session {
  readonly id: string;
  readonly hash: string;
  readonly account: Account;
  readonly role: Role;
  readonly expiresAt: number;
}

/** One account. Nothing in it is ever visible to another. */
export class Account {
  readonly id: string;
  readonly name: string;
  plan: Plan;
  review: boolean;
  readonly keys = new NewestFirstList<StoredKey>();
  readonly #input: AccountInput;
  readonly #services: Services;
  /** When the account was made: the time of whatever says none of its own. */
  readonly #made: number;
  #workspaces: NewestFirstList<Workspace> | undefined;
  #models: NewestFirstList<GovernanceModel> | undefined;
  #submissions: NewestFirstList<Submission> | undefined;
  #records: NewestFirstList<StoredRecord> | undefined;

  constructor(input: AccountInput, services: Services) {
    this.#input = input;
    this.#services = services;
    this.#made = services.clock.now();
    this.id = input.id ?? services.random.ids.uuid();
    this.name = input.name;
    this.plan = input.plan ?? "professional";
    this.review = input.review ?? false;
  }

  get workspaces(): NewestFirstList<Workspace> {
    this.#workspaces ??= new NewestFirstList(
      (this.#input.workspaces ?? [{ name: "Main" }]).map((workspace) => ({
        id: workspace.id ?? this.#id(),
        name: workspace.name,
        description: workspace.description ?? null,
        createdAt: this.#time(workspace.created_at),
      })),
    );
    return this.#workspaces;
  }

  get models(): NewestFirstList<GovernanceModel> {
    this.#models ??= new NewestFirstList(
      (this.#input.governance_models ?? []).map((model) => ({
        id: model.id ?? this.#id(),
        name: model.name,
        description: model.description ?? null,
        createdAt: this.#time(model.created_at),
        taxonomies: (model.taxonomies ?? []).map(({ id, name }) => ({ id: id ?? this.#id(), name })),
      })),
    );
    return this.#models;
  }

  get submissions(): NewestFirstList<Submission> {
    this.#submissions ??= new NewestFirstList(
      (this.#input.submissions ?? []).map((submission) => ({
        id: submission.id ?? this.#id(),
        workspaceId: submission.workspace_id ?? this.firstWorkspace(),
        taxonomyId: submission.taxonomy_id ?? this.firstTaxonomy(),
        status: submission.status ?? "draft",
        rows: submission.rows,
        createdAt: this.#time(submission.created_at),
      })),
    );
    return this.#submissions;
  }

  get records(): NewestFirstList<StoredRecord> {
    this.#records ??= new NewestFirstList(
      (this.#input.records ?? []).map((record) => ({
        id: record.id ?? this.#id(),
        terminusId: record.terminus_id ?? terminusId(this.#services),
        status: record.status ?? "active",
        data: record.data,
        workspaceId: record.workspace_id ?? this.firstWorkspace(),
        taxonomyId: record.taxonomy_id ?? this.firstTaxonomy(),
        createdAt: this.#time(record.created_at),
      })),
    );
    return this.#records;
  }

  /** The oldest workspace, which every account has. */
  firstWorkspace(): string {
    return [...this.workspaces].at(-1)?.id ?? "";
  }

  /** The first taxonomy of the oldest model that has one, or "". */
  firstTaxonomy(): string {
    return [...this.models].reverse().flatMap(({ taxonomies }) => taxonomies)[0]?.id ?? "";
  }

  hasTaxonomy(id: string): boolean {
    for (const { taxonomies } of this.models) {
      if (taxonomies.some((taxonomy) => taxonomy.id === id)) return true;
    }
    return false;
  }

  #id(): string {
    return this.#services.random.ids.uuid();
  }

  #time(text: string | undefined): number {
    return text === undefined ? this.#made : instant(text);
  }
}

export const terminusId = ({ random }: Services): string => `trm0${random.ids.text(8, TERMINUS_ID_ALPHABET)}`;

export class TerminusHubState {
  readonly options: TerminusHubOptions;
  readonly services: Services;
  readonly keys = new SecretVault<StoredKey>();
  readonly sessions = new SecretVault<Session>();
  readonly accounts = new Map<string, Account>();
  /** The first account: the one that `mock.apiKey` belongs to. */
  readonly primaryAccount: Account;
  /** The key handed out as `mock.apiKey`; undefined in state that came from a snapshot. */
  readonly firstKey: { readonly secret: string; readonly stored: StoredKey } | undefined;

  constructor(input: TerminusHubStateInput, services: Services, options: TerminusHubOptions) {
    this.services = services;
    this.options = options;
    for (const account of input.accounts) this.addAccount(account);
    const [first] = this.accounts.values();
    if (first === undefined) throw new TypeError("The state has no account. Give at least one.");
    this.primaryAccount = first;
    this.firstKey = input.restored === true ? undefined : this.#handOut(input.accounts[0]?.api_keys ?? []);
  }

  addAccount(input: AccountInput): Account {
    const account = new Account(input, this.services);
    if (this.accounts.has(account.id))
      throw new TypeError(`Two accounts have the id "${account.id}". Give each its own.`);
    this.accounts.set(account.id, account);
    for (const key of input.api_keys ?? []) this.#addKey(account, key);
    for (const session of input.sessions ?? []) {
      const { role, expires_at } = session;
      const hash = fromHex(session.hash);
      const id = session.id ?? this.services.random.ids.uuid();
      this.sessions.add({ id, hash, account, role, expiresAt: instant(expires_at) });
    }
    return account;
  }

  /** A new key; the only moment at which its secret is known. */
  createKey(account: Account, name: string): { readonly secret: string; readonly stored: StoredKey } {
    const secret = newSecret(this.services);
    return { secret, stored: this.#addKey(account, { name, secret }) };
  }

  /** The key stops working at once. */
  deleteKey(key: StoredKey): void {
    key.account.keys.delete(key.id);
    this.keys.revoke(key, this.services.clock.now());
  }

  /** The first key of the fixture that has its secret, else one made for the purpose. */
  #handOut(given: readonly ApiKeyInput[]): { readonly secret: string; readonly stored: StoredKey } {
    const known = given.find(({ secret }) => secret !== undefined)?.secret;
    const stored = known === undefined ? undefined : this.keys.find(known);
    if (known !== undefined && stored !== undefined) return { secret: known, stored };
    const remembered = this.services.memoized("first key", () => ({
      id: this.services.random.ids.uuid(),
      secret: newSecret(this.services),
    }));
    return {
      secret: remembered.secret,
      stored: this.#addKey(this.primaryAccount, { ...remembered, name: "Mock key" }),
    };
  }

  #addKey(account: Account, input: ApiKeyInput): StoredKey {
    const { services } = this;
    const hash = input.hash === undefined ? fingerprint(input.secret ?? newSecret(services)) : fromHex(input.hash);
    const createdAt = input.created_at === undefined ? services.clock.now() : instant(input.created_at);
    const lastUsedAt = typeof input.last_used_at === "string" ? instant(input.last_used_at) : null;
    const stored: StoredKey = {
      id: input.id ?? services.random.ids.uuid(),
      name: input.name,
      hash,
      account,
      createdAt,
      createdText: new Date(createdAt).toISOString(),
      lastUsedAt,
      lastUsedText: null,
      lastUsedTextOf: null,
    };
    account.keys.add(stored);
    this.keys.add(stored);
    return stored;
  }
}

const newSecret = ({ random }: Services): string =>
  `${SECRET_PREFIX}${random.secrets.text(SECRET_LENGTH, SECRET_ALPHABET)}`;

/** When a key was last used, as ISO 8601 or null; written out only when it has moved. */
export function lastUsed(key: StoredKey): string | null {
  if (key.lastUsedAt !== key.lastUsedTextOf) {
    key.lastUsedTextOf = key.lastUsedAt;
    key.lastUsedText = key.lastUsedAt === null ? null : new Date(key.lastUsedAt).toISOString();
  }
  return key.lastUsedText;
}

const iso = (time: number): string => new Date(time).toISOString();

/** Everything as plain data, without a secret; `new TerminusHubState` takes it back. */
export function exportState(state: TerminusHubState): TerminusHubStateInput {
  const sessions = [...state.sessions.values()];
  return {
    restored: true,
    accounts: [...state.accounts.values()].map((account) => ({
      id: account.id,
      name: account.name,
      plan: account.plan,
      review: account.review,
      workspaces: [...account.workspaces].map(({ createdAt, ...rest }) => ({ ...rest, created_at: iso(createdAt) })),
      governance_models: [...account.models].map(({ createdAt, taxonomies, ...rest }) => ({
        ...rest,
        taxonomies: [...taxonomies],
        created_at: iso(createdAt),
      })),
      submissions: [...account.submissions].map((submission) => ({
        id: submission.id,
        workspace_id: submission.workspaceId,
        ...(submission.taxonomyId !== "" && { taxonomy_id: submission.taxonomyId }),
        status: submission.status,
        rows: submission.rows,
        created_at: iso(submission.createdAt),
      })),
      records: [...account.records].map((record) => ({
        id: record.id,
        terminus_id: record.terminusId,
        status: record.status,
        data: record.data,
        workspace_id: record.workspaceId,
        ...(record.taxonomyId !== "" && { taxonomy_id: record.taxonomyId }),
        created_at: iso(record.createdAt),
      })),
      api_keys: [...account.keys].map((key) => ({
        id: key.id,
        name: key.name,
        hash: toHex(key.hash),
        created_at: key.createdText,
        last_used_at: lastUsed(key),
      })),
      sessions: sessions
        .filter((session) => session.account === account)
        .map(({ id, hash, role, expiresAt }) => ({ id, hash: toHex(hash), role, expires_at: iso(expiresAt) })),
    })),
  };
}
