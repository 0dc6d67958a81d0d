// The banner for programs: the same facts under names that stay, and apart those that are secret.
import type { Prepared } from "./prepare.js";

interface Fact {
  readonly key: string;
  readonly secret?: true;
}

/** By the banner's label. A test holds that each label of each API is known. */
const FACTS: Readonly<Record<string, Fact>> = {
  "API key": { key: "apiKey", secret: true },
  "access token": { key: "accessToken", secret: true },
  "sign in as": { key: "signIn", secret: true },
  workspace_id: { key: "workspaceId" },
  taxonomy_id: { key: "taxonomyId" },
  organization: { key: "organizationId" },
  project: { key: "projectId" },
  plan: { key: "plan" },
  users: { key: "users" },
};
const USER_ID = /^userId of /;
const NOTHING = /^none\b/;

function factOf(label: string): Fact | undefined {
  return USER_ID.test(label) ? { key: "userId" } : FACTS[label];
}

/** The ids that a program needs and no endpoint may reveal; no secret. */
export function openFacts({ mock, listening }: Prepared): Readonly<Record<string, string>> {
  return facts(mock.banner(listening.url).facts, ({ secret }) => secret !== true);
}

/** All that the banner tells a person. */
export function allFacts({ mock, listening }: Prepared): Readonly<Record<string, string>> {
  return facts(mock.banner(listening.url).facts, () => true);
}

function facts(
  labelled: readonly (readonly [label: string, value: string])[],
  wanted: (fact: Fact) => boolean,
): Readonly<Record<string, string>> {
  const named: [string, string][] = [];
  for (const [label, value] of labelled) {
    const fact = factOf(label);
    if (fact !== undefined && wanted(fact) && !NOTHING.test(value)) named.push([fact.key, value]);
  }
  return Object.fromEntries(named);
}

/** Labels that have no name for programs yet. */
export function unnamedLabels(labelled: readonly (readonly [label: string, value: string])[]): string[] {
  return labelled.map(([label]) => label).filter((label) => factOf(label) === undefined);
}
