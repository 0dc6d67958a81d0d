// What the control plane offers for this API: accounts and their plans, keys and access tokens.
import { z } from "@hono/zod-openapi";
import type { ControlOperation } from "../core/contract/mock-api.js";
import { closed, lifetime } from "../core/state/schema-problem.js";
import type { MutxActions } from "./actions.js";
import { plans } from "./state-schema.js";

type Sent<Body extends z.ZodType> = { readonly params: undefined; readonly body: z.infer<Body> };

const account = z.string().optional().openapi({ description: "An account's id; the first account if absent." });
const withId = z.object({ id: z.string() });
const summary = z.object({ id: z.string(), email: z.string(), name: z.string(), plan: z.enum(plans) });
export const newAccount = closed({
  email: z.email(),
  name: z.string().optional(),
  plan: z.enum(plans).optional(),
  password: z.string().min(1).optional(),
});
export const settings = closed({ plan: z.enum(plans) });
export const newKey = closed({ name: z.string(), account, expiresIn: lifetime.optional() });
export const newToken = closed({ account, expiresIn: lifetime.optional() });

interface Change {
  readonly params: z.infer<typeof withId>;
  readonly body: z.infer<typeof settings>;
}

export const controls: readonly ControlOperation<MutxActions>[] = [
  {
    operationId: "listAccounts",
    method: "get",
    path: "/accounts",
    summary: "The accounts; the key in the banner is of the first",
    result: z.object({ accounts: z.array(summary) }),
    run: ({ accounts }) => ({ accounts: accounts.list() }),
  },
  {
    operationId: "createAccount",
    method: "post",
    path: "/accounts",
    summary: "A new account, and its key, shown this once",
    body: newAccount,
    result: summary.extend({ apiKey: z.string() }),
    run: ({ accounts }, { body }: Sent<typeof newAccount>) => accounts.create(body),
  },
  {
    operationId: "changeAccount",
    method: "put",
    path: "/accounts/{id}",
    summary: "Switch the plan, which limits how many active keys can be made",
    params: withId,
    body: settings,
    run: ({ accounts }, { params, body }: Change) => accounts.setPlan(body.plan, params.id),
  },
  {
    operationId: "createKey",
    method: "post",
    path: "/api-keys",
    summary: "Another key for an account, past its plan's limit too, shown this once",
    body: newKey,
    result: z.object({ id: z.string(), key: z.string() }),
    run: ({ accounts }, { body }: Sent<typeof newKey>) => accounts.createKey(body),
  },
  {
    operationId: "createToken",
    method: "post",
    path: "/tokens",
    summary: "An access token, as a sign-in gives it",
    body: newToken,
    result: z.object({ accessToken: z.string() }),
    run: ({ tokens }, { body }: Sent<typeof newToken>) => ({ accessToken: tokens.create(body) }),
  },
];
