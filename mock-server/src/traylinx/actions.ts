// What tests need and the API cannot do: people, organisations and projects, and keys and tokens without asking for them.
import { z } from "zod";
import { action } from "../core/actions/action.js";
import type { Services } from "../core/contract/services.js";
import { lifetime } from "../core/state/schema-problem.js";
import { unknownId } from "../core/state/unknown-id.js";
import type { Organization, Project, TraylinxState } from "./state.js";

const id = z.string();
const name = z.string().min(1);
const organizationId = z.string().optional().describe("The first organisation if absent.");
const projectId = z.string().optional().describe("The organisation's first project if absent.");
const person = z.object({ id, email: z.string() });
const organizationSummary = z.object({
  id,
  name: z.string(),
  projects: z.array(z.object({ id, name: z.string() })).readonly(),
});

export interface TraylinxOrganizationSummary extends Readonly<z.infer<typeof organizationSummary>> {}
export type TraylinxActions = Readonly<ReturnType<typeof actions>>;

export function actions(state: () => TraylinxState, services: Services) {
  let token = "";
  const organization = (id: string | undefined): Organization => {
    if (id === undefined) return state().primaryOrganization;
    return state().organizations.get(id) ?? unknownId("organisation", id, state().organizations.keys());
  };
  const project = (organizationId: string | undefined, id: string | undefined): Project => {
    const { projects } = organization(organizationId);
    const [first] = projects.values();
    const found = id === undefined ? first : projects.get(id);
    return found ?? unknownId("project", id ?? "", projects.keys());
  };
  const all = {
    /** An access token that works, in clear: for management. (`mock.apiKey` is for model calls.) */
    get accessToken(): string {
      token = state().primaryToken?.secret ?? token;
      return token;
    },
    /** The organisation that `mock.apiKey` belongs to. */
    get organizationId(): string {
      return state().primaryOrganization.id;
    },
    /** The project that `mock.apiKey` belongs to. */
    get projectId(): string {
      return state().primaryProject.id;
    },
    people: {
      list: action(
        {
          route: "GET /people",
          operationId: "listPeople",
          summary: "The people; the access token in the banner is of the first",
          result: z.array(person),
          resultField: "people",
        },
        () => [...state().people.values()].map(({ id, email }) => ({ id, email })),
      ),
      /** Somebody who can sign in, if there is a password. */
      create: action(
        {
          route: "POST /people",
          operationId: "createPerson",
          summary: "Somebody who can sign in, if there is a password",
          input: { email: z.string().min(1), password: z.string().min(1).optional() },
          result: person,
        },
        (request) => {
          const { id, email } = state().addPerson(request);
          return { id, email };
        },
      ),
    },
    organizations: {
      list: action(
        {
          route: "GET /organizations",
          operationId: "listOrganizations",
          summary: "The organisations and their projects; the key in the banner is of the first project of the first",
          result: z.array(organizationSummary),
          resultField: "organizations",
        },
        () => [...state().organizations.values()].map(summary),
      ),
      /** With one project named `Main`. Absent `members`: everybody may manage its keys. */
      create: action(
        {
          route: "POST /organizations",
          operationId: "createOrganization",
          summary: "An organisation with one project named Main; without members everybody may manage its keys",
          input: { name, members: z.array(z.string()).readonly().optional() },
          result: organizationSummary,
        },
        ({ name, members }) =>
          summary(state().addOrganization({ name, projects: [{ name: "Main" }], members: members && [...members] })),
      ),
    },
    projects: {
      /** In an organisation (the first, if none is named). Absent `models`: all that the mock has. */
      create: action(
        {
          route: "POST /projects",
          operationId: "createProject",
          summary: "A project in an organisation; without models its keys open all that the mock has",
          input: { name, organizationId, models: z.array(z.string().min(1)).readonly().optional() },
          result: z.object({ id, organizationId: id }),
        },
        ({ name, organizationId, models }) => {
          const owner = organization(organizationId);
          return {
            id: state().addProject(owner, { name, models: models && [...models] }).id,
            organizationId: owner.id,
          };
        },
      ),
      /** A key pair for a project (the first, if none is named), its secret half in clear this once. */
      createKey: action(
        {
          route: "POST /api-keys",
          operationId: "createKey",
          summary: "A key pair for a project, its secret half shown this once",
          input: { note: z.string().optional(), organizationId, projectId, expiresIn: lifetime.optional() },
          result: z.object({ id, publicKey: z.string(), secretKey: z.string() }),
        },
        ({ note = null, organizationId, projectId, expiresIn }) => {
          const expiresAt = expiresIn === undefined ? null : services.clock.after(expiresIn);
          const { secret, stored } = state().createKey(project(organizationId, projectId), note, expiresAt);
          return { id: stored.id, publicKey: stored.public_key, secretKey: secret };
        },
      ),
    },
    tokens: {
      /** An access token of a person (the first, if nobody is named): an hour unless told otherwise. */
      create: action(
        {
          route: "POST /tokens",
          operationId: "createToken",
          summary: "An access token, as a sign-in gives it",
          input: {
            email: z.string().optional().describe("Whose; the first person's if absent."),
            expiresIn: lifetime.prefault("1h"),
          },
          result: z.string(),
          resultField: "accessToken",
        },
        ({ email, expiresIn }) => {
          const person = email === undefined ? state().primaryPerson : state().personNamed(email);
          return state().createToken(person, expiresIn / 1_000);
        },
      ),
    },
  };
  // Whoever prints or serialises the mock does not mean to show the token.
  return Object.defineProperty(all, "accessToken", { enumerable: false });
}

const summary = ({ id, name, projects }: Organization): TraylinxOrganizationSummary => ({
  id,
  name,
  projects: [...projects.values()].map((project) => ({ id: project.id, name: project.name })),
});
