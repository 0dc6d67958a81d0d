// What people do in the web app and tests need here: sign in, approve, archive, switch the plan, open another account.
import type { Services } from "../core/contract/services.js";
import { parseOrThrow } from "../core/state/schema-problem.js";
import { fingerprint } from "../core/state/secret-vault.js";
import { type Duration, milliseconds } from "../core/time/duration.js";
import { newAccount, newKey, session, settings } from "./controls.js";
import { type Account, SESSION_COOKIE, type TerminusHubState } from "./state.js";
import {
  type Plan,
  type Role,
  record,
  type StoredRecord,
  type Submission,
  type SubmissionStatus,
} from "./state-schema.js";

export interface AccountSummary {
  readonly id: string;
  readonly name: string;
  readonly plan: Plan;
  readonly review: boolean;
}

export interface SessionRequest {
  /** An account's id; the first account if absent. */
  readonly account?: string;
  /** `"owner"` if absent. */
  readonly role?: Role;
  /** How long the session lasts by the mock's clock: 12 hours if absent. */
  readonly expiresIn?: Duration;
}

export interface Actions {
  readonly sessions: {
    /** Signs somebody in; the result is the value of a `Cookie` header. */
    create(request?: SessionRequest): Promise<string>;
  };
  readonly accounts: {
    list(): AccountSummary[];
    /** A new account with one workspace named `Main`, and a key for it, in clear this once. */
    create(request: { readonly name: string; readonly plan?: Plan; readonly review?: boolean }): AccountSummary & {
      readonly apiKey: string;
    };
    /** Another key for an account (the first, if none is named), in clear this once. */
    createKey(request: { readonly name: string; readonly account?: string }): {
      readonly id: string;
      readonly key: string;
    };
    /** The plan decides whether there is API access: `"free"` has none. */
    setPlan(plan: Plan, account?: string): void;
    /** Whether submissions must be in review before they can be approved. */
    setReview(review: boolean, account?: string): void;
  };
  readonly submissions: {
    /** Approval is final: each row becomes a record. Returns the ids of the new records. */
    approve(id: string): string[];
    reject(id: string): void;
    /** From draft into review. */
    submit(id: string): void;
    cancel(id: string): void;
  };
  readonly records: {
    archive(id: string): void;
    /** The record is hidden and not found from now on. */
    delete(id: string): void;
  };
  /** An id of a taxonomy of an account: no endpoint reveals one. */
  readonly taxonomies: {
    list(account?: string): { readonly id: string; readonly name: string; readonly model: string }[];
  };
}

const SESSION_ALPHABET = "0123456789abcdef";
const SESSION_LENGTH = 64;

export function actions(state: () => TerminusHubState, services: Services): Actions {
  const account = (id: string | undefined): Account => {
    if (id === undefined) return state().primaryAccount;
    return state().accounts.get(id) ?? unknown("account", id, [...state().accounts.keys()]);
  };
  return {
    sessions: {
      async create(request = {}) {
        const { account: id, role = "owner", expiresIn = "12h" } = parseOrThrow(session, request, "sessions.create()");
        const token = services.random.secrets.text(SESSION_LENGTH, SESSION_ALPHABET);
        state().sessions.add({
          id: services.random.ids.uuid(),
          hash: fingerprint(token),
          account: account(id),
          role,
          expires_at: services.clock.after(milliseconds(expiresIn, "expiresIn")),
        });
        return `${SESSION_COOKIE}=${token}`;
      },
    },
    accounts: {
      list: () => [...state().accounts.values()].map(summary),
      create(request) {
        const added = state().addAccount(parseOrThrow(newAccount, request, "accounts.create()"));
        return { ...summary(added), apiKey: state().createKey(added, "First key").secret };
      },
      createKey(request) {
        const { name, account: id } = parseOrThrow(newKey, request, "accounts.createKey()");
        const { secret, stored } = state().createKey(account(id), name);
        return { id: stored.id, key: secret };
      },
      setPlan(plan, id) {
        Object.assign(account(id), parseOrThrow(settings, { plan }, "setPlan()"));
      },
      setReview(review, id) {
        Object.assign(account(id), parseOrThrow(settings, { review }, "setReview()"));
      },
    },
    submissions: {
      approve: (id) => approve(services, ...submissionNamed(state(), id)),
      reject: (id) => move(state(), id, ["draft", "in_review"], "rejected"),
      submit: (id) => move(state(), id, ["draft"], "in_review"),
      cancel: (id) => move(state(), id, ["draft", "in_review"], "cancelled"),
    },
    records: {
      archive(id) {
        const [owner, record] = recordNamed(state(), id);
        owner.records.replace({ ...record, status: "archived" });
      },
      delete(id) {
        const [owner, record] = recordNamed(state(), id);
        owner.records.delete(record.id);
      },
    },
    taxonomies: {
      list: (id) =>
        [...account(id).models]
          .reverse()
          .flatMap((model) => model.taxonomies.map((taxonomy) => ({ ...taxonomy, model: model.name }))),
    },
  };
}

const summary = ({ id, name, plan, review }: Account): AccountSummary => ({ id, name, plan, review });

function unknown(what: string, id: string, known: readonly string[]): never {
  const some = known.length === 0 ? "There is none." : `Some that exist: ${known.slice(0, 5).join(", ")}.`;
  throw new RangeError(`There is no ${what} "${id}" in this mock. ${some}`);
}

function submissionNamed(state: TerminusHubState, id: string): [Account, Submission] {
  for (const account of state.accounts.values()) {
    const submission = account.submissions.get(id);
    if (submission !== undefined) return [account, submission];
  }
  return unknown(
    "submission",
    id,
    [...state.primaryAccount.submissions].map((submission) => submission.id),
  );
}

function recordNamed(state: TerminusHubState, id: string): [Account, StoredRecord] {
  for (const account of state.accounts.values()) {
    const record = account.records.get(id);
    if (record !== undefined) return [account, record];
  }
  return unknown(
    "record",
    id,
    state.primaryAccount.records.page(0, 5).items.map((record) => record.id),
  );
}

function move(state: TerminusHubState, id: string, from: readonly SubmissionStatus[], to: SubmissionStatus): void {
  const [account, submission] = submissionNamed(state, id);
  demand(submission, from, to);
  account.submissions.replace({ ...submission, status: to });
}

function demand({ id, status }: Submission, from: readonly SubmissionStatus[], to: SubmissionStatus): void {
  if (from.includes(status)) return;
  throw new RangeError(
    `Submission "${id}" is ${status}, so it cannot become ${to}: it would have to be ${from.join(" or ")}.`,
  );
}

function approve(services: Services, account: Account, submission: Submission): string[] {
  demand(submission, account.review ? ["in_review"] : ["draft", "in_review"], "approved");
  account.submissions.replace({ ...submission, status: "approved" });
  return submission.rows.map(({ data }) => {
    const added = record.row(
      { data, workspace_id: submission.workspace_id, taxonomy_id: submission.taxonomy_id },
      services,
    );
    account.records.add(added);
    return added.id;
  });
}
