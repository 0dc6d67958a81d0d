// The living state: people and their access tokens, organisations, projects and their key pairs.
import type { Services } from "../core/contract/services.js";
import { jsonWebToken } from "../core/state/json-web-token.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { fingerprint, SecretVault } from "../core/state/secret-vault.js";
import { instant, LATEST_CLOCK } from "../core/time/clock.js";
import { MODELS } from "./models.js";
import type { ApiKeyInput, OrganizationInput, PersonInput, ProjectInput, TraylinxStateInput } from "./state-schema.js";
import type { TraylinxOptions } from "./types.js";

export type { TraylinxStateInput } from "./state-schema.js";

export const SECRET_PREFIX = "sk-lf-";
const PUBLIC_PREFIX = "pk-lf-";
const ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 24;
const REFRESH_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const REFRESH_LENGTH = 43;
/** Seconds that a sign-in's access token lasts; the page says only that it is short-lived. */
const ACCESS_SECONDS = 3_600;
/** The token that is handed out outlives a long session at the desk. */
const HANDED_OUT_SECONDS = 31_536_000;

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly passwordHash: string | null;
}

export interface AccessToken {
  readonly id: string;
  readonly hash: string;
  readonly person: Person;
  expiresAt: number;
}

export interface StoredKey {
  readonly id: string;
  readonly project: Project;
  readonly note: string | null;
  readonly publicKey: string;
  readonly displaySecretKey: string;
  readonly hash: string;
  readonly created_at: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly models: readonly string[];
  readonly keys: NewestFirstList<StoredKey>;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** Undefined: everybody is. */
  readonly members: Set<Person> | undefined;
  readonly projects: Map<string, Project>;
}

export interface HandedOutKey {
  readonly secret: string;
  readonly stored: StoredKey;
}

export interface HandedOutToken {
  readonly secret: string;
  readonly stored: AccessToken;
}

export class TraylinxState {
  readonly services: Services;
  readonly options: TraylinxOptions;
  readonly vault = new SecretVault<StoredKey>();
  readonly tokens = new SecretVault<AccessToken>();
  readonly people = new Map<string, Person>();
  readonly organizations = new Map<string, Organization>();
  /** The key and the token handed out; undefined in state that came from a snapshot. */
  readonly firstKey: HandedOutKey | undefined;
  readonly firstToken: HandedOutToken | undefined;

  constructor(input: TraylinxStateInput, services: Services, options: TraylinxOptions) {
    this.services = services;
    this.options = options;
    for (const person of input.people) this.addPerson(person);
    for (const organization of input.organizations) this.addOrganization(organization);
    if (input.restored === true) return;
    this.firstKey = this.#handOutKey(input.organizations[0]?.projects[0]?.api_keys ?? []);
    this.firstToken = this.#handOutToken();
  }

  get firstPerson(): Person {
    const [first] = this.people.values();
    if (first === undefined) throw new TypeError("The state has nobody in it. Give at least one person.");
    return first;
  }

  get firstOrganization(): Organization {
    const [first] = this.organizations.values();
    if (first === undefined) throw new TypeError("The state has no organisation. Give at least one.");
    return first;
  }

  get firstProject(): Project {
    const [first] = this.firstOrganization.projects.values();
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
    const person: Person = {
      id: input.id ?? newId(this.services),
      email: input.email,
      firstName: input.first_name ?? null,
      lastName: input.last_name ?? null,
      passwordHash: input.password_hash ?? (input.password === undefined ? null : fingerprint(input.password)),
    };
    this.people.set(person.email, person);
    for (const { id, hash, expires_at } of input.tokens ?? []) {
      this.tokens.add({ id, hash, person, expiresAt: instant(expires_at) });
    }
    return person;
  }

  addOrganization(input: OrganizationInput): Organization {
    const members = input.members?.map((email) => this.personNamed(email));
    const organization: Organization = {
      id: input.id ?? newId(this.services),
      name: input.name,
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
    const project: Project = {
      id: input.id ?? newId(this.services),
      name: input.name,
      models: input.models ?? MODELS.map(({ id }) => id),
      keys: new NewestFirstList(),
    };
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
  createKey(project: Project, note: string | null, expiresAt: number | null): HandedOutKey {
    const secret = newSecret(this.services);
    const expires_at = expiresAt === null ? null : new Date(expiresAt).toISOString();
    return { secret, stored: this.#addKey(project, { note, secret_key: secret, expires_at }) };
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
    const expiresAt = this.services.clock.after(seconds * 1_000);
    const stored: AccessToken = { id, hash: fingerprint(secret), person, expiresAt };
    this.tokens.add(stored);
    return stored;
  }

  /** The first key of the first project's fixture that has its secret, else one made for the purpose. */
  #handOutKey(given: readonly ApiKeyInput[]): HandedOutKey {
    const known = given.find(({ secret_key }) => secret_key !== undefined)?.secret_key;
    const stored = known === undefined ? undefined : this.vault.find(known);
    if (known !== undefined && stored !== undefined) return { secret: known, stored };
    const { services } = this;
    const remembered = services.memoized("first key", () => ({
      id: newId(services),
      public_key: newPublicKey(services),
      secret_key: newSecret(services),
    }));
    return {
      secret: remembered.secret_key,
      stored: this.#addKey(this.firstProject, { ...remembered, note: "Mock key" }),
    };
  }

  #handOutToken(): HandedOutToken {
    const { services, firstPerson } = this;
    const remembered = services.memoized("first token", () => {
      // No time that moves: the token of a seed is the same after a restart.
      const claims = { sub: firstPerson.id, iat: 0, exp: Math.floor(LATEST_CLOCK / 1_000) };
      return { id: services.random.ids.uuid(), secret: jsonWebToken(claims, services.random.secrets) };
    });
    return {
      secret: remembered.secret,
      stored: this.#addToken(firstPerson, remembered.id, remembered.secret, HANDED_OUT_SECONDS),
    };
  }

  #addKey(project: Project, input: ApiKeyInput): StoredKey {
    const { services } = this;
    const secret = input.secret_key ?? (input.hash === undefined ? newSecret(services) : "");
    const stored: StoredKey = {
      id: input.id ?? newId(services),
      project,
      note: input.note ?? null,
      publicKey: input.public_key ?? newPublicKey(services),
      displaySecretKey: input.display_secret_key ?? `${SECRET_PREFIX}...${secret.slice(-4)}`,
      hash: input.hash ?? fingerprint(secret),
      created_at: input.created_at === undefined ? services.clock.now() : instant(input.created_at),
      expiresAt: typeof input.expires_at === "string" ? instant(input.expires_at) : null,
      lastUsedAt: typeof input.last_used_at === "string" ? instant(input.last_used_at) : null,
    };
    project.keys.add(stored);
    this.vault.add(stored);
    return stored;
  }
}

const newId = ({ random }: Services): string => `c${random.ids.text(ID_LENGTH, ID_ALPHABET)}`;
const newSecret = ({ random }: Services): string => `${SECRET_PREFIX}${random.secrets.uuid()}`;
const newPublicKey = ({ random }: Services): string => `${PUBLIC_PREFIX}${random.ids.uuid()}`;
const iso = (time: number): string => new Date(time).toISOString();

/** As the API writes a moment, or null. */
export const timeText = (time: number | null): string | null => (time === null ? null : iso(time));

/** Everything as plain data, without a secret; `new TraylinxState` takes it back. */
export function exportState(state: TraylinxState): TraylinxStateInput {
  const tokens = [...state.tokens.values()];
  return {
    restored: true,
    people: [...state.people.values()].map((person) => ({
      id: person.id,
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      ...(person.passwordHash !== null && { password_hash: person.passwordHash }),
      tokens: tokens
        .filter((token) => token.person === person)
        .map(({ id, hash, expiresAt }) => ({ id, hash, expires_at: iso(expiresAt) })),
    })),
    organizations: [...state.organizations.values()].map(({ id, name, members, projects }) => ({
      id,
      name,
      ...(members && { members: [...members].map(({ email }) => email) }),
      projects: [...projects.values()].map((project) => ({
        id: project.id,
        name: project.name,
        models: [...project.models],
        api_keys: [...project.keys].map((key) => ({
          id: key.id,
          note: key.note,
          public_key: key.publicKey,
          display_secret_key: key.displaySecretKey,
          hash: key.hash,
          created_at: iso(key.created_at),
          expires_at: timeText(key.expiresAt),
          last_used_at: timeText(key.lastUsedAt),
        })),
      })),
    })),
  };
}
