// The living state: accounts with their keys, workspaces, models, submissions and records. What is large is made when first read.
import { keyForm } from "@terminus-hub/spec/terminus-hub";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { type HandedOut, SecretVault } from "../core/state/secret-vault.js";
import type { Row } from "../core/state/table.js";
import type { AccountInput, ApiKeyInput, Plan, Role, TerminusHubStateInput } from "./state-schema.js";
import * as tables from "./state-schema.js";

export type { Plan, Role, TerminusHubStateInput } from "./state-schema.js";

export interface TerminusHubOptions {
  /**
   * Who may create, list and delete keys. The vendor's pages disagree: `"key"`, the default, lets any key of the account do it,
   * and owners' and admins' sessions; `"session"` refuses API keys there with 403.
   */
  readonly keyManagement?: "key" | "session";
}

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "key"; readonly account: Account; readonly key: StoredKey }
  | { readonly kind: "session"; readonly account: Account; readonly role: Role };

export const SESSION_COOKIE = "terminus_session";

export interface StoredKey extends Row<typeof tables.apiKey> {
  readonly account: Account;
}

export interface Session extends Row<typeof tables.session> {
  readonly account: Account;
}

/** One account. Nothing in it is ever visible to another. */
export class Account {
  readonly id: string;
  readonly name: string;
  plan: Plan;
  review: boolean;
  readonly keys = new NewestFirstList<StoredKey>();
  readonly workspaces: NewestFirstList<tables.Workspace>;
  readonly models: NewestFirstList<tables.GovernanceModel>;
  readonly submissions: NewestFirstList<tables.Submission>;
  readonly records: NewestFirstList<tables.StoredRecord>;

  constructor(input: AccountInput, services: Services) {
    const now = services.clock.now();
    const { id, name, plan, review } = tables.account.row(input, services, now);
    this.id = id;
    this.name = name;
    this.plan = plan;
    this.review = review;
    const { workspaces = [{ name: "Main" }], governance_models: models = [] } = input;
    this.workspaces = new NewestFirstList(() => workspaces.map((each) => tables.workspace.row(each, services, now)));
    this.models = new NewestFirstList(() => models.map((each) => tables.governanceModel.row(each, services, now)));
    this.submissions = new NewestFirstList(() =>
      (input.submissions ?? []).map((each) => tables.submission.row(this.#placed(each), services, now)),
    );
    this.records = new NewestFirstList(() =>
      (input.records ?? []).map((each) => tables.record.row(this.#placed(each), services, now)),
    );
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

  #placed<Item extends { workspace_id?: string | undefined; taxonomy_id?: string | undefined }>(item: Item): Item {
    if (item.workspace_id !== undefined && item.taxonomy_id !== undefined) return item;
    const { workspace_id = this.firstWorkspace(), taxonomy_id = this.firstTaxonomy() } = item;
    return { ...item, workspace_id, taxonomy_id };
  }
}

export class TerminusHubState {
  readonly options: TerminusHubOptions;
  readonly services: Services;
  readonly keys = new SecretVault<StoredKey>();
  readonly sessions = new SecretVault<Session>();
  readonly accounts = new Map<string, Account>();
  /** The first account: the one that `mock.apiKey` belongs to. */
  readonly primaryAccount: Account;
  /** The key handed out as `mock.apiKey`; undefined in state that came from a snapshot. */
  readonly primaryKey: HandedOut<StoredKey> | undefined;

  constructor(input: TerminusHubStateInput, services: Services, options: TerminusHubOptions) {
    this.services = services;
    this.options = options;
    for (const account of input.accounts) this.addAccount(account);
    const [primary] = this.accounts.values();
    if (primary === undefined) throw new TypeError("The state has no account. Give at least one.");
    this.primaryAccount = primary;
    if (input.restored === true) return;
    const given = input.accounts[0]?.api_keys ?? [];
    this.primaryKey = this.keys.handOut(given.map(({ secret }) => secret)) ?? this.#mockKey();
  }

  addAccount(input: AccountInput): Account {
    const account = new Account(input, this.services);
    if (this.accounts.has(account.id))
      throw new TypeError(`Two accounts have the id "${account.id}". Give each its own.`);
    this.accounts.set(account.id, account);
    for (const key of input.api_keys ?? []) this.#addKey(account, key);
    for (const each of input.sessions ?? []) {
      this.sessions.add({ ...tables.session.row(each, this.services), account });
    }
    return account;
  }

  /** A new key; the only moment at which its secret is known. */
  createKey(account: Account, name: string): HandedOut<StoredKey> {
    const secret = drawSecret(this.services, keyForm);
    return { secret, stored: this.#addKey(account, { name, secret }) };
  }

  /** The key stops working at once. */
  deleteKey(key: StoredKey): void {
    key.account.keys.delete(key.id);
    this.keys.revoke(key, this.services.clock.now());
  }

  /** A key for the primary account that stays the same over a reset. */
  #mockKey(): HandedOut<StoredKey> {
    const { services } = this;
    const remembered = services.memoized("first key", () => ({
      id: services.random.ids.uuid(),
      secret: drawSecret(services, keyForm),
    }));
    return {
      secret: remembered.secret,
      stored: this.#addKey(this.primaryAccount, { ...remembered, name: "Mock key" }),
    };
  }

  #addKey(account: Account, input: ApiKeyInput): StoredKey {
    const stored: StoredKey = { ...tables.apiKey.row(input, this.services), account };
    account.keys.add(stored);
    this.keys.add(stored);
    return stored;
  }
}

/** Everything as plain data, without a secret; `new TerminusHubState` takes it back. */
export function exportState(state: TerminusHubState): TerminusHubStateInput {
  const sessions = [...state.sessions.values()];
  return {
    restored: true,
    accounts: Array.from(state.accounts.values(), (account) =>
      tables.account.write(account, {
        workspaces: tables.workspace.writeAll(account.workspaces),
        governance_models: tables.governanceModel.writeAll(account.models),
        submissions: tables.submission.writeAll(account.submissions),
        records: tables.record.writeAll(account.records),
        api_keys: tables.apiKey.writeAll(account.keys),
        sessions: tables.session.writeAll(sessions.filter((each) => each.account === account)),
      }),
    ),
  };
}
