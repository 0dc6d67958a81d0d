// What tests need and the API cannot do: people, organisations and projects, and keys and tokens without asking for them.
import type { Services } from "../core/contract/services.js";
import { parseOrThrow } from "../core/state/schema-problem.js";
import { type Duration, milliseconds } from "../core/time/duration.js";
import { newKey, newOrganization, newPerson, newProject, newToken } from "./controls.js";
import type { Organization, Project, TraylinxState } from "./state.js";

export interface TraylinxOrganizationSummary {
  readonly id: string;
  readonly name: string;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

export interface TraylinxActions {
  /** An access token that works, in clear: for management. (`mock.apiKey` is for model calls.) */
  readonly accessToken: string;
  /** The organisation and the project that `mock.apiKey` belongs to. */
  readonly organizationId: string;
  readonly projectId: string;
  readonly people: {
    list(): { readonly id: string; readonly email: string }[];
    /** Somebody who can sign in, if there is a password. */
    create(request: { readonly email: string; readonly password?: string | undefined }): {
      readonly id: string;
      readonly email: string;
    };
  };
  readonly organizations: {
    list(): TraylinxOrganizationSummary[];
    /** With one project named `Main`. Absent `members`: everybody may manage its keys. */
    create(request: {
      readonly name: string;
      readonly members?: readonly string[] | undefined;
    }): TraylinxOrganizationSummary;
  };
  readonly projects: {
    /** In an organisation (the first, if none is named). Absent `models`: all that the mock has. */
    create(request: {
      readonly name: string;
      readonly organizationId?: string | undefined;
      readonly models?: readonly string[] | undefined;
    }): {
      readonly id: string;
      readonly organizationId: string;
    };
    /** A key pair for a project (the first, if none is named), its secret half in clear this once. */
    createKey(request?: {
      readonly note?: string | undefined;
      readonly organizationId?: string | undefined;
      readonly projectId?: string | undefined;
      readonly expiresIn?: Duration | undefined;
    }): { readonly id: string; readonly publicKey: string; readonly secretKey: string };
  };
  readonly tokens: {
    /** An access token of a person (the first, if nobody is named): an hour unless told otherwise. */
    create(request?: { readonly email?: string | undefined; readonly expiresIn?: Duration | undefined }): string;
  };
}

export function actions(state: () => TraylinxState, services: Services): TraylinxActions {
  let token = "";
  const organization = (id: string | undefined): Organization => {
    if (id === undefined) return state().firstOrganization;
    return state().organizations.get(id) ?? unknown("organisation", id, state().organizations.keys());
  };
  const project = (organizationId: string | undefined, id: string | undefined): Project => {
    const { projects } = organization(organizationId);
    const [first] = projects.values();
    const found = id === undefined ? first : projects.get(id);
    return found ?? unknown("project", id ?? "", projects.keys());
  };
  const all: TraylinxActions = {
    get accessToken() {
      token = state().firstToken?.secret ?? token;
      return token;
    },
    get organizationId() {
      return state().firstOrganization.id;
    },
    get projectId() {
      return state().firstProject.id;
    },
    people: {
      list: () => [...state().people.values()].map(({ id, email }) => ({ id, email })),
      create(request) {
        const { id, email } = state().addPerson(parseOrThrow(newPerson, request, "people.create()"));
        return { id, email };
      },
    },
    organizations: {
      list: () => [...state().organizations.values()].map(summary),
      create: (request) => {
        const { name, members } = parseOrThrow(newOrganization, request, "organizations.create()");
        return summary(state().addOrganization({ name, projects: [{ name: "Main" }], members }));
      },
    },
    projects: {
      create(request) {
        const { name, organizationId, models } = parseOrThrow(newProject, request, "projects.create()");
        const owner = organization(organizationId);
        const added = state().addProject(owner, { name, models });
        return { id: added.id, organizationId: owner.id };
      },
      createKey(request = {}) {
        const { note, organizationId, projectId, expiresIn } = parseOrThrow(newKey, request, "projects.createKey()");
        const expiresAt = expiresIn === undefined ? null : services.clock.after(milliseconds(expiresIn, "expiresIn"));
        const { secret, stored } = state().createKey(project(organizationId, projectId), note ?? null, expiresAt);
        return { id: stored.id, publicKey: stored.publicKey, secretKey: secret };
      },
    },
    tokens: {
      create(request = {}) {
        const { email, expiresIn = "1h" } = parseOrThrow(newToken, request, "tokens.create()");
        const person = email === undefined ? state().firstPerson : state().personNamed(email);
        return state().createToken(person, milliseconds(expiresIn, "expiresIn") / 1_000);
      },
    },
  };
  // Whoever prints or serialises the mock does not mean to show the token.
  return Object.defineProperty(all, "accessToken", { enumerable: false });
}

function unknown(what: string, id: string, known: Iterable<string>): never {
  throw new RangeError(
    `There is no ${what} "${id}" in this mock. Some that exist: ${[...known].slice(0, 5).join(", ")}.`,
  );
}

const summary = ({ id, name, projects }: Organization): TraylinxOrganizationSummary => ({
  id,
  name,
  projects: [...projects.values()].map((project) => ({ id: project.id, name: project.name })),
});
