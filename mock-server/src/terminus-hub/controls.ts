// What the control plane offers for this API: sign in, decide on submissions, archive records, switch plans, open accounts.
import { z } from "@hono/zod-openapi";
import type { ControlOperation } from "../core/contract/mock-api.js";
import { closed, lifetime } from "../core/state/schema-problem.js";
import type { Actions } from "./actions.js";
import { plans, roles } from "./state-schema.js";

const withId = z.object({ id: z.string() });
const account = z.string().optional().openapi({ description: "An account's id; the first account if absent." });
const summary = z.object({ id: z.string(), name: z.string(), plan: z.enum(plans), review: z.boolean() });

type Input<Params, Body> = { readonly params: Params; readonly body: Body };
type WithId = Input<z.infer<typeof withId>, undefined>;

export const session = closed({ account, role: z.enum(roles).optional(), expiresIn: lifetime.optional() });
export const newAccount = closed({
  name: z.string().min(1),
  plan: z.enum(plans).optional(),
  review: z.boolean().optional(),
});
export const settings = closed({ plan: z.enum(plans).optional(), review: z.boolean().optional() });
export const newKey = closed({ name: z.string().trim().min(1).max(255), account });

const onSubmission = (verb: "reject" | "submit" | "cancel", what: string): ControlOperation<Actions> => ({
  operationId: `${verb}Submission`,
  method: "post",
  path: `/submissions/{id}/${verb}`,
  summary: what,
  params: withId,
  run: ({ submissions }, { params }: WithId) => submissions[verb](params.id),
});

export const controls: readonly ControlOperation<Actions>[] = [
  {
    operationId: "createSession",
    method: "post",
    path: "/sessions",
    summary: "Sign somebody in: the value of a Cookie header",
    body: session,
    result: z.object({ cookie: z.string() }),
    run: async ({ sessions }, { body }: Input<undefined, z.infer<typeof session>>) => ({
      cookie: await sessions.create({
        ...(body.account !== undefined && { account: body.account }),
        ...(body.role !== undefined && { role: body.role }),
        ...(body.expiresIn !== undefined && { expiresIn: body.expiresIn }),
      }),
    }),
  },
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
    summary: "A new account with a workspace named Main, and its key, shown this once",
    body: newAccount,
    result: summary.extend({ apiKey: z.string() }),
    run: ({ accounts }, { body }: Input<undefined, z.infer<typeof newAccount>>) =>
      accounts.create({
        name: body.name,
        ...(body.plan !== undefined && { plan: body.plan }),
        ...(body.review !== undefined && { review: body.review }),
      }),
  },
  {
    operationId: "changeAccount",
    method: "put",
    path: "/accounts/{id}",
    summary: "Switch the plan (free has no API access), or review on and off",
    params: withId,
    body: settings,
    run: ({ accounts }, { params, body }: Input<z.infer<typeof withId>, z.infer<typeof settings>>) => {
      if (body.plan !== undefined) accounts.setPlan(body.plan, params.id);
      if (body.review !== undefined) accounts.setReview(body.review, params.id);
    },
  },
  {
    operationId: "createKey",
    method: "post",
    path: "/api-keys",
    summary: "Another key for an account, shown this once",
    body: newKey,
    result: z.object({ id: z.string(), key: z.string() }),
    run: ({ accounts }, { body }: Input<undefined, z.infer<typeof newKey>>) =>
      accounts.createKey({ name: body.name, ...(body.account !== undefined && { account: body.account }) }),
  },
  {
    operationId: "listTaxonomies",
    method: "get",
    path: "/taxonomies",
    summary: "Taxonomies of the first account: no endpoint of the API reveals their ids",
    result: z.object({
      taxonomies: z.array(z.object({ id: z.string(), name: z.string(), model: z.string() })),
    }),
    run: ({ taxonomies }) => ({ taxonomies: taxonomies.list() }),
  },
  {
    operationId: "approveSubmission",
    method: "post",
    path: "/submissions/{id}/approve",
    summary: "Approve: each row becomes a record",
    params: withId,
    result: z.object({ records: z.array(z.string()) }),
    run: ({ submissions }, { params }: WithId) => ({ records: submissions.approve(params.id) }),
  },
  onSubmission("reject", "Reject a submission"),
  onSubmission("submit", "Move a draft into review"),
  onSubmission("cancel", "Cancel a submission"),
  {
    operationId: "archiveRecord",
    method: "post",
    path: "/records/{id}/archive",
    summary: "Archive a record",
    params: withId,
    run: ({ records }, { params }: WithId) => records.archive(params.id),
  },
  {
    operationId: "deleteRecord",
    method: "delete",
    path: "/records/{id}",
    summary: "Delete a record: it is hidden and not found from now on",
    params: withId,
    run: ({ records }, { params }: WithId) => records.delete(params.id),
  },
];
