// What people do in the web app and tests need here: sign in, approve, archive, switch the plan, open another account.
import { z } from "zod";
import { action } from "../core/actions/action.js";
import type { Services } from "../core/contract/services.js";
import { lifetime } from "../core/state/schema-problem.js";
import { fingerprint } from "../core/state/secret-vault.js";
import { unknownId } from "../core/state/unknown-id.js";
import { type Account, SESSION_COOKIE, type TerminusHubState } from "./state.js";
import { plans, record, roles, type StoredRecord, type Submission, type SubmissionStatus } from "./state-schema.js";

const id = z.string();
const account = z.string().optional().describe("An account's id; the first account if absent.");
const plan = z.enum(plans).describe('"free" has no API access.');
const review = z.boolean().describe("Whether submissions must be in review before they can be approved.");
const accountSummary = z.object({ id, name: z.string(), plan: z.enum(plans), review: z.boolean() });
const sessionFields = {
  /** An account's id; the first account if absent. */
  account,
  /** `"owner"` if absent. */
  role: z.enum(roles).default("owner"),
  /** How long the session lasts by the mock's clock: 12 hours if absent. */
  expiresIn: lifetime.prefault("12h").describe("How long the session lasts by the mock's clock."),
};

export interface AccountSummary extends Readonly<z.infer<typeof accountSummary>> {}
export interface SessionRequest extends Readonly<z.input<z.ZodObject<typeof sessionFields>>> {}
export type Actions = Readonly<ReturnType<typeof actions>>;

const SESSION_ALPHABET = "0123456789abcdef";
const SESSION_LENGTH = 64;

export function actions(state: () => TerminusHubState, services: Services) {
  const accountNamed = (name: string | undefined): Account =>
    name === undefined
      ? state().primaryAccount
      : (state().accounts.get(name) ?? unknownId("account", name, state().accounts.keys()));
  const createSession: (request?: SessionRequest) => Promise<string> = action(
    {
      route: "POST /sessions",
      operationId: "createSession",
      summary: "Sign somebody in: the value of a Cookie header",
      input: sessionFields,
      result: z.string(),
      resultField: "cookie",
      async: true,
    },
    async ({ account, role, expiresIn }) => {
      const token = services.random.secrets.text(SESSION_LENGTH, SESSION_ALPHABET);
      state().sessions.add({
        id: services.random.ids.uuid(),
        hash: fingerprint(token),
        account: accountNamed(account),
        role,
        expires_at: services.clock.after(expiresIn),
      });
      return `${SESSION_COOKIE}=${token}`;
    },
  );
  const onId = (
    route: `${"POST" | "DELETE"} /${string}`,
    operationId: string,
    summary: string,
    run: (id: string) => void,
  ) => action({ route, operationId, summary, input: { id }, args: ["id"] }, run);
  const decide = (verb: string, summary: string, from: readonly SubmissionStatus[], to: SubmissionStatus) =>
    onId(`POST /submissions/{id}/${verb}`, `${verb}Submission`, summary, (id) => {
      const [owner, submission] = submissionNamed(state(), id);
      demand(submission, from, to);
      owner.submissions.replace({ ...submission, status: to });
    });
  return {
    sessions: {
      /** Signs somebody in; the result is the value of a `Cookie` header. */
      create: createSession,
    },
    accounts: {
      list: action(
        {
          route: "GET /accounts",
          operationId: "listAccounts",
          summary: "The accounts; the key in the banner is of the first",
          result: z.array(accountSummary),
          resultField: "accounts",
        },
        () => [...state().accounts.values()].map(summary),
      ),
      /** A new account with one workspace named `Main`, and a key for it, in clear this once. */
      create: action(
        {
          route: "POST /accounts",
          operationId: "createAccount",
          summary: "A new account with a workspace named Main, and its key, shown this once",
          input: { name: z.string().min(1), plan: plan.optional(), review: review.optional() },
          result: accountSummary.extend({ apiKey: z.string() }),
        },
        (request) => {
          const added = state().addAccount(request);
          return { ...summary(added), apiKey: state().createKey(added, "First key").secret };
        },
      ),
      /** Switches the plan or the review of an account, or both. */
      change: action(
        {
          route: "PUT /accounts/{id}",
          operationId: "changeAccount",
          summary: "Switch the plan (free has no API access), or review on and off",
          input: { id, plan: plan.optional(), review: review.optional() },
        },
        ({ id, plan, review }) => {
          const changed = accountNamed(id);
          changed.plan = plan ?? changed.plan;
          changed.review = review ?? changed.review;
        },
      ),
      /** The plan decides whether there is API access: `"free"` has none. */
      setPlan: action(
        { summary: "Switch the plan", input: { plan, account }, args: ["plan", "account"] },
        (plan, account?: string) => {
          accountNamed(account).plan = plan;
        },
      ),
      /** Whether submissions must be in review before they can be approved. */
      setReview: action(
        { summary: "Switch review on and off", input: { review, account }, args: ["review", "account"] },
        (review, account?: string) => {
          accountNamed(account).review = review;
        },
      ),
      /** Another key for an account (the first, if none is named), in clear this once. */
      createKey: action(
        {
          route: "POST /api-keys",
          operationId: "createKey",
          summary: "Another key for an account, shown this once",
          input: { name: z.string().trim().min(1).max(255), account },
          result: z.object({ id, key: z.string() }),
        },
        ({ name, account }) => {
          const { secret, stored } = state().createKey(accountNamed(account), name);
          return { id: stored.id, key: secret };
        },
      ),
    },
    submissions: {
      /** Approval is final: each row becomes a record. Returns the ids of the new records. */
      approve: action(
        {
          route: "POST /submissions/{id}/approve",
          operationId: "approveSubmission",
          summary: "Approve: each row becomes a record",
          input: { id },
          args: ["id"],
          result: z.array(id),
          resultField: "records",
        },
        (id) => approve(services, ...submissionNamed(state(), id)),
      ),
      reject: decide("reject", "Reject a submission", ["draft", "in_review"], "rejected"),
      /** From draft into review. */
      submit: decide("submit", "Move a draft into review", ["draft"], "in_review"),
      cancel: decide("cancel", "Cancel a submission", ["draft", "in_review"], "cancelled"),
    },
    records: {
      archive: onId("POST /records/{id}/archive", "archiveRecord", "Archive a record", (id) => {
        const [owner, found] = recordNamed(state(), id);
        owner.records.replace({ ...found, status: "archived" });
      }),
      /** The record is hidden and not found from now on. */
      delete: onId(
        "DELETE /records/{id}",
        "deleteRecord",
        "Delete a record: it is hidden and not found from now on",
        (id) => {
          const [owner, found] = recordNamed(state(), id);
          owner.records.delete(found.id);
        },
      ),
    },
    /** An id of a taxonomy of an account: no endpoint reveals one. */
    taxonomies: {
      list: action(
        {
          route: "GET /taxonomies",
          operationId: "listTaxonomies",
          summary: "Taxonomies of an account: no endpoint of the API reveals their ids",
          input: { account },
          args: ["account"],
          result: z.array(z.object({ id, name: z.string(), model: z.string() })),
          resultField: "taxonomies",
        },
        (account?: string) =>
          [...accountNamed(account).models]
            .reverse()
            .flatMap((model) => model.taxonomies.map((taxonomy) => ({ ...taxonomy, model: model.name }))),
      ),
    },
  };
}

const summary = ({ id, name, plan, review }: Account): AccountSummary => ({ id, name, plan, review });

function submissionNamed(state: TerminusHubState, id: string): [Account, Submission] {
  for (const account of state.accounts.values()) {
    const submission = account.submissions.get(id);
    if (submission !== undefined) return [account, submission];
  }
  return unknownId(
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
  return unknownId(
    "record",
    id,
    state.primaryAccount.records.page(0, 5).items.map((record) => record.id),
  );
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
