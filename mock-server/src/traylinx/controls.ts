// What the control plane offers for this API: people, organisations and projects, key pairs and access tokens.
import { z } from "@hono/zod-openapi";
import type { ControlOperation } from "../core/contract/mock-api.js";
import { closed, lifetime } from "../core/state/schema-problem.js";
import type { TraylinxActions } from "./actions.js";

type Sent<Body extends z.ZodType> = { readonly params: undefined; readonly body: z.infer<Body> };

const organizationId = z.string().optional().openapi({ description: "The first organisation if absent." });
const projectId = z.string().optional().openapi({ description: "The organisation's first project if absent." });
const person = z.object({ id: z.string(), email: z.string() });
const organization = z.object({
  id: z.string(),
  name: z.string(),
  projects: z.array(z.object({ id: z.string(), name: z.string() })),
});
export const newPerson = closed({ email: z.string().min(1), password: z.string().min(1).optional() });
export const newOrganization = closed({ name: z.string().min(1), members: z.array(z.string()).optional() });
export const newProject = closed({
  name: z.string().min(1),
  organizationId,
  models: z.array(z.string().min(1)).optional(),
});
export const newKey = closed({
  note: z.string().optional(),
  organizationId,
  projectId,
  expiresIn: lifetime.optional(),
});
export const newToken = closed({
  email: z.string().optional().openapi({ description: "Whose; the first person's if absent." }),
  expiresIn: lifetime.optional(),
});

export const controls: readonly ControlOperation<TraylinxActions>[] = [
  {
    operationId: "listPeople",
    method: "get",
    path: "/people",
    summary: "The people; the access token in the banner is of the first",
    result: z.object({ people: z.array(person) }),
    run: ({ people }) => ({ people: people.list() }),
  },
  {
    operationId: "createPerson",
    method: "post",
    path: "/people",
    summary: "Somebody who can sign in, if there is a password",
    body: newPerson,
    result: person,
    run: ({ people }, { body }: Sent<typeof newPerson>) => people.create(body),
  },
  {
    operationId: "listOrganizations",
    method: "get",
    path: "/organizations",
    summary: "The organisations and their projects; the key in the banner is of the first project of the first",
    result: z.object({ organizations: z.array(organization) }),
    run: ({ organizations }) => ({ organizations: organizations.list() }),
  },
  {
    operationId: "createOrganization",
    method: "post",
    path: "/organizations",
    summary: "An organisation with one project named Main; without members everybody may manage its keys",
    body: newOrganization,
    result: organization,
    run: ({ organizations }, { body }: Sent<typeof newOrganization>) => organizations.create(body),
  },
  {
    operationId: "createProject",
    method: "post",
    path: "/projects",
    summary: "A project in an organisation; without models its keys open all that the mock has",
    body: newProject,
    result: z.object({ id: z.string(), organizationId: z.string() }),
    run: ({ projects }, { body }: Sent<typeof newProject>) => projects.create(body),
  },
  {
    operationId: "createKey",
    method: "post",
    path: "/api-keys",
    summary: "A key pair for a project, its secret half shown this once",
    body: newKey,
    result: z.object({ id: z.string(), publicKey: z.string(), secretKey: z.string() }),
    run: ({ projects }, { body }: Sent<typeof newKey>) => projects.createKey(body),
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
