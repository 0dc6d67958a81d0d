// What tests need and the API cannot do: another account, another plan, a key or a token without asking for it.
import type { Services } from "../core/contract/services.js";
import { parseOrThrow } from "../core/state/schema-problem.js";
import { type Duration, milliseconds } from "../core/time/duration.js";
import { newAccount, newKey, newToken, settings } from "./controls.js";
import type { Account, MutxState, Plan } from "./state.js";

export interface MutxAccountSummary {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly plan: Plan;
}

export interface MutxActions {
  readonly accounts: {
    list(): MutxAccountSummary[];
    /** A new account, and a key for it, in clear this once. */
    create(request: {
      readonly email: string;
      readonly name?: string | undefined;
      readonly plan?: Plan | undefined;
      /** Absent: nobody can sign in to it. */
      readonly password?: string | undefined;
    }): MutxAccountSummary & { readonly apiKey: string };
    /** Another key for an account (the first, if none is named), past its plan's limit too; in clear this once. */
    createKey(request: {
      readonly name: string;
      readonly account?: string | undefined;
      readonly expiresIn?: Duration | undefined;
    }): {
      readonly id: string;
      readonly key: string;
    };
    /** The plan limits how many active keys can be made: FREE 2, STARTER 10, PRO 50, ENTERPRISE any number. */
    setPlan(plan: Plan, account?: string): void;
  };
  readonly tokens: {
    /** An access token, as a sign-in gives it: half an hour unless told otherwise. */
    create(request?: { readonly account?: string | undefined; readonly expiresIn?: Duration | undefined }): string;
  };
}

export function actions(state: () => MutxState, services: Services): MutxActions {
  const account = (id: string | undefined): Account => {
    if (id === undefined) return state().primaryAccount;
    const found = state().accounts.get(id);
    if (found !== undefined) return found;
    const some = [...state().accounts.keys()].slice(0, 5).join(", ");
    throw new RangeError(`There is no account "${id}" in this mock. Some that exist: ${some}.`);
  };
  return {
    accounts: {
      list: () => [...state().accounts.values()].map(summary),
      create(request) {
        const added = state().addAccount(parseOrThrow(newAccount, request, "accounts.create()"));
        return { ...summary(added), apiKey: state().createKey(added, "First key", null).secret };
      },
      createKey(request) {
        const { name, account: id, expiresIn } = parseOrThrow(newKey, request, "accounts.createKey()");
        const expiresAt = expiresIn === undefined ? null : services.clock.after(milliseconds(expiresIn, "expiresIn"));
        const { secret, stored } = state().createKey(account(id), name, expiresAt);
        return { id: stored.id, key: secret };
      },
      setPlan(plan, id) {
        Object.assign(account(id), parseOrThrow(settings, { plan }, "setPlan()"));
      },
    },
    tokens: {
      create: (request = {}) => {
        const { account: id, expiresIn = "30m" } = parseOrThrow(newToken, request, "tokens.create()");
        return state().createToken(account(id), milliseconds(expiresIn, "expiresIn") / 1_000);
      },
    },
  };
}

const summary = ({ id, email, name, plan }: Account): MutxAccountSummary => ({ id, email, name, plan });
