// What tests need and the API cannot do: another account, another plan, a key or a token without asking for it.
import { z } from "zod";
import { action } from "../core/actions/action.js";
import type { Services } from "../core/contract/services.js";
import { lifetime } from "../core/state/schema-problem.js";
import { unknownId } from "../core/state/unknown-id.js";
import type { Account, MutxState } from "./state.js";
import { plans } from "./state-schema.js";

const account = z.string().optional().describe("An account's id; the first account if absent.");
const plan = z.enum(plans);
const accountSummary = z.object({ id: z.string(), email: z.string(), name: z.string(), plan });
const newAccount = {
  email: z.email(),
  name: z.string().optional(),
  plan: plan.optional(),
  /** Absent: nobody can sign in to it. */
  password: z.string().min(1).optional().describe("Absent: nobody can sign in to it."),
};

interface NewAccount extends Readonly<z.input<z.ZodObject<typeof newAccount>>> {}
export interface MutxAccountSummary extends Readonly<z.infer<typeof accountSummary>> {}
export type MutxActions = Readonly<ReturnType<typeof actions>>;

export function actions(state: () => MutxState, services: Services) {
  const accountNamed = (id: string | undefined): Account =>
    id === undefined
      ? state().primaryAccount
      : (state().accounts.get(id) ?? unknownId("account", id, state().accounts.keys()));
  const createAccount: (request: NewAccount) => MutxAccountSummary & { readonly apiKey: string } = action(
    {
      route: "POST /accounts",
      operationId: "createAccount",
      summary: "A new account, and its key, shown this once",
      input: newAccount,
      result: accountSummary.extend({ apiKey: z.string() }),
    },
    (request) => {
      const added = state().addAccount(request);
      return { ...summary(added), apiKey: state().createKey(added, "First key", null).secret };
    },
  );
  return {
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
      /** A new account, and a key for it, in clear this once. */
      create: createAccount,
      /** Another key for an account (the first, if none is named), past its plan's limit too; in clear this once. */
      createKey: action(
        {
          route: "POST /api-keys",
          operationId: "createKey",
          summary: "Another key for an account, past its plan's limit too, shown this once",
          input: { name: z.string(), account, expiresIn: lifetime.optional() },
          result: z.object({ id: z.string(), key: z.string() }),
        },
        ({ name, account, expiresIn }) => {
          const expiresAt = expiresIn === undefined ? null : services.clock.after(expiresIn);
          const { secret, stored } = state().createKey(accountNamed(account), name, expiresAt);
          return { id: stored.id, key: secret };
        },
      ),
      /** The plan limits how many active keys can be made: FREE 2, STARTER 10, PRO 50, ENTERPRISE any number. */
      setPlan: action(
        {
          route: "PUT /accounts/{id}",
          operationId: "changeAccount",
          summary: "Switch the plan, which limits how many active keys can be made",
          input: { plan, id: account },
          args: ["plan", "id"],
        },
        (plan, account?: string) => {
          accountNamed(account).plan = plan;
        },
      ),
    },
    tokens: {
      /** An access token, as a sign-in gives it: half an hour unless told otherwise. */
      create: action(
        {
          route: "POST /tokens",
          operationId: "createToken",
          summary: "An access token, as a sign-in gives it",
          input: { account, expiresIn: lifetime.prefault("30m") },
          result: z.string(),
          resultField: "accessToken",
        },
        ({ account, expiresIn }) => state().createToken(accountNamed(account), expiresIn / 1_000),
      ),
    },
  };
}

const summary = ({ id, email, name, plan }: Account): MutxAccountSummary => ({ id, email, name, plan });
