// The living state: people and their access tokens, organisations, projects and their key pairs.
import { keyForm } from "@terminus-hub/spec/traylinx";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { fingerprint, type HandedOut, SecretVault } from "../core/state/secret-vault.js";
import type { Row } from "../core/state/table.js";
import { LATEST_CLOCK } from "../core/time/clock.js";
import { isoTextOrNull } from "../core/time/iso-text.js";
import * as tables from "./state-schema.js";
import {
  type ApiKeyInput,
  newId,
  type OrganizationInput,
  type PersonInput,
  type ProjectInput,
  publicKeyFrom,
  type TraylinxStateInput,
} from "./state-schema.js";

export type { TraylinxStateInput } from "./state-schema.js";

const REFRESH_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const REFRESH_LENGTH = 43;
/** Seconds that a sign-in's access token lasts; the page says only that it is short-lived. */
const ACCESS_SECONDS = 3_600;
/** The token that is handed out outlives a long session at the desk. */
const HANDED_OUT_SECONDS = 31_536_000;

export interface TraylinxOptions {
  /** With which of the two observed statuses a delete answers: 204 if absent. */
  readonly deleteStatus?: 200 | 204;
}

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "key"; readonly project: Project; readonly key: StoredKey }
  | { readonly kind: "person"; readonly person: Person };

export type Person = Row<typeof tables.person>;

export interface AccessToken extends Row<typeof tables.accessToken> {
  readonly person: Person;
}

export interface StoredKey extends Row<typeof tables.apiKey> {
  readonly project: Project;
}

export interface Project extends Row<typeof tables.project> {
  readonly keys: NewestFirstList<StoredKey>;
}

export interface Organization extends Row<typeof tables.organization> {
  /** Undefined: everybody is. */
  readonly members: ReadonlySet<Person> | undefined;
  readonly projects: Map<string, Project>;
}

export class TraylinxState {
  readonly services: Services;
  readonly options: TraylinxOptions;
  readonly vault = new SecretVault<StoredKey>();
  readonly tokens = new SecretVault<AccessToken>();
  readonly people = new Map<string, Person>();
  readonly organizations = new Map<string, Organization>();
  /** The key and the token handed out; undefined in state that came from a snapshot. */
  readonly primaryKey: HandedOut<StoredKey> | undefined;
  readonly primaryToken: HandedOut<AccessToken> | undefined;

  constructor(input: TraylinxStateInput, services: Services, options: TraylinxOptions) {
    this.services = services;
    this.options = options;
    for (const person of input.people) this.addPerson(person);
    for (const organization of input.organizations) this.addOrganization(organization);
    if (input.restored === true) return;
    const given = input.organizations[0]?.projects[0]?.api_keys ?? [];
    this.primaryKey = this.vault.handOut(given.map(({ secret_key }) => secret_key)) ?? this.#mockKey();
    this.primaryToken = this.#mockToken();
  }

  get primaryPerson(): Person {
    const [first] = this.people.values();
    if (first === undefined) throw new TypeError("The state has nobody in it. Give at least one person.");
    return first;
  }

  get primaryOrganization(): Organization {
    const [first] = this.organizations.values();
    if (first === undefined) throw new TypeError("The state has no organisation. Give at least one.");
    return first;
  }

  get primaryProject(): Project {
    const [first] = this.primaryOrganization.projects.values();
    if (first === undefined) throw new TypeError("The first organisation has no project. Give it at least one.");
    return first;
  }

  /** A project of an organisation that the person belongs to; what is not theirs looks like nothing. */
  projectFor(person: Person, organizationId: string, projectId: string): Project | undefined {
    const organization = this.organizations.get(organizationId);
    const isMember = organization?.members === undefined || organization.members.has(person);
    return isMember ? organization?.projects.get(projectId) : undefined;
  }

  addPerson(input: PersonInput): Person {
    if (this.people.has(input.email)) throw new TypeError(`Two people have the email "${input.email}".`);
    const person = tables.person.row(input, this.services);
    this.people.set(person.email, person);
    for (const token of input.tokens ?? []) {
      this.tokens.add({ ...tables.accessToken.row(token, this.services), person });
    }
    return person;
  }

  addOrganization(input: OrganizationInput): Organization {
    const members = input.members?.map((email) => this.personNamed(email));
    const organization: Organization = {
      ...tables.organization.row(input, this.services),
      members: members && new Set(members),
      projects: new Map(),
    };
    if (this.organizations.has(organization.id)) {
      throw new TypeError(`Two organisations have the id "${organization.id}". Give each its own.`);
    }
    this.organizations.set(organization.id, organization);
    for (const project of input.projects) this.addProject(organization, project);
    return organization;
  }

  addProject(organization: Organization, input: ProjectInput): Project {
    const project: Project = { ...tables.project.row(input, this.services), keys: new NewestFirstList() };
    if (organization.projects.has(project.id)) {
      throw new TypeError(`Two projects of "${organization.name}" have the id "${project.id}". Give each its own.`);
    }
    organization.projects.set(project.id, project);
    for (const key of input.api_keys ?? []) this.#addKey(project, key);
    return project;
  }

  personNamed(email: string): Person {
    const person = this.people.get(email);
    if (person !== undefined) return person;
    const some = [...this.people.keys()].slice(0, 5).join(", ");
    throw new RangeError(`Nobody in this mock has the email "${email}". Some who exist: ${some}.`);
  }

  /** A new pair; the only moment at which its secret half is known. */
  createKey(project: Project, note: string | null, expiresAt: number | null): HandedOut<StoredKey> {
    const secret = drawSecret(this.services, keyForm);
    const stored = this.#addKey(project, { note, secret_key: secret, expires_at: isoTextOrNull(expiresAt) });
    return { secret, stored };
  }

  /** The key stops working at once. */
  deleteKey(key: StoredKey): void {
    key.project.keys.delete(key.id);
    this.vault.revoke(key, this.services.clock.now());
  }

  /** An access token; known only now. */
  createToken(person: Person, seconds: number = ACCESS_SECONDS): string {
    const { random, clock } = this.services;
    const issued = Math.floor(clock.now() / 1_000);
    const claims = { sub: person.id, iat: issued, exp: issued + Math.floor(seconds) };
    const secret = jsonWebToken(claims, random.secrets);
    this.#addToken(person, random.ids.uuid(), secret, seconds);
    return secret;
  }

  /** A refresh token, of which no operation of the contract takes any. */
  createRefreshToken(): string {
    return this.services.random.secrets.text(REFRESH_LENGTH, REFRESH_ALPHABET);
  }

  #addToken(person: Person, id: string, secret: string, seconds: number): AccessToken {
    const expires_at = this.services.clock.after(seconds * 1_000);
    const stored: AccessToken = { id, hash: fingerprint(secret), person, expires_at };
    this.tokens.add(stored);
    return stored;
  }

  /** A key for the primary project that stays the same over a reset. */
  #mockKey(): HandedOut<StoredKey> {
    const { services } = this;
    const remembered = services.memoized("first key", () => ({
      id: newId(services),
      public_key: publicKeyFrom(services.random.ids),
      secret_key: drawSecret(services, keyForm),
    }));
    const stored = this.#addKey(this.primaryProject, { ...remembered, note: "Mock key" });
    return { secret: remembered.secret_key, stored };
  }

  #mockToken(): HandedOut<AccessToken> {
    const { services, primaryPerson } = this;
    const remembered = services.memoized("first token", () => {
      // No time that moves: the token of a seed is the same after a restart.
      const claims = { sub: primaryPerson.id, iat: 0, exp: Math.floor(LATEST_CLOCK / 1_000) };
      return { id: services.random.ids.uuid(), secret: jsonWebToken(claims, services.random.secrets) };
    });
    return {
      secret: remembered.secret,
      stored: this.#addToken(primaryPerson, remembered.id, remembered.secret, HANDED_OUT_SECONDS),
    };
  }

  #addKey(project: Project, input: ApiKeyInput): StoredKey {
    const secret_key = input.secret_key ?? (input.hash === undefined ? drawSecret(this.services, keyForm) : undefined);
    const stored: StoredKey = { ...tables.apiKey.row({ ...input, secret_key }, this.services), project };
    project.keys.add(stored);
    this.vault.add(stored);
    return stored;
  }
}

/** Everything as plain data, without a secret; `new TraylinxState` takes it back. */
export function exportState(state: TraylinxState): TraylinxStateInput {
  const tokens = [...state.tokens.values()];
  return {
    restored: true,
    people: Array.from(state.people.values(), (person) =>
      tables.person.write(person, {
        tokens: tables.accessToken.writeAll(tokens.filter((token) => token.person === person)),
      }),
    ),
    organizations: Array.from(state.organizations.values(), (organization) =>
      tables.organization.write(organization, {
        ...(organization.members && { members: Array.from(organization.members, ({ email }) => email) }),
        projects: Array.from(organization.projects.values(), (project) =>
          tables.project.write(project, { api_keys: tables.apiKey.writeAll(project.keys) }),
        ),
      }),
    ),
  };
}
