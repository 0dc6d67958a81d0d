// Demo data of the vendor's field: campaigns named by taxonomies, in two accounts. Made when first read, the same for the same seed.
import type { Services } from "../core/contract/services.js";
import type { RandomStream } from "../core/state/random.js";
import { withinCalendar } from "../core/time/clock.js";
import { isoText } from "../core/time/iso-text.js";
import type { AccountInput, SubmissionStatus } from "./state-schema.js";

const DAY = 86_400_000;
const MINUTE = 60_000;

const SOURCES = ["google", "linkedin", "newsletter", "meta", "bing", "partner", "webinar"] as const;
const MEDIUMS = ["cpc", "email", "paid-social", "display", "referral", "organic"] as const;
const CAMPAIGNS = [
  "spring-launch",
  "brand-awareness",
  "q3-retention",
  "product-tour",
  "black-friday",
  "customer-stories",
  "annual-summit",
] as const;
const REGIONS = ["emea", "dach", "uki", "nordics", "amer", "apac"] as const;
const CONTENTS = ["video-15s", "carousel", "text-ad", "banner-728x90", "cta-button"] as const;

export interface DemoSizes {
  readonly records: number;
  readonly submissions: number;
  readonly keys: number;
}

/** What the default preset holds. */
export const DEMO_SIZES: DemoSizes = { records: 342, submissions: 15, keys: 3 };

interface AccountPlan {
  readonly name: string;
  readonly plan: NonNullable<AccountInput["plan"]>;
  readonly workspaces: readonly (readonly [name: string, description: string | null])[];
  readonly models: readonly (readonly [name: string, description: string | null, taxonomies: readonly string[]])[];
}

const NORTHWIND: AccountPlan = {
  name: "Northwind Media",
  plan: "professional",
  workspaces: [
    ["Main", null],
    ["EMEA Sales", "Campaigns of the sales teams in Europe, the Middle East and Africa"],
  ],
  models: [
    ["Paid media", "Naming of everything that is bought", ["Paid search", "Paid social", "Display"]],
    ["Owned channels", "Newsletters, the blog and the web site", ["Newsletter", "Web site"]],
    ["Events", null, ["Webinar", "Trade fair"]],
  ],
};

const CONTOSO: AccountPlan = {
  name: "Contoso Retail",
  plan: "business",
  workspaces: [
    ["Main", null],
    ["Loyalty", "Campaigns for card holders"],
  ],
  models: [["Retail media", "Naming of campaigns in shops and on marketplaces", ["Marketplace", "In store"]]],
};

/** Two accounts, so that isolation can be tested. */
export function demoAccounts(services: Services, sizes: DemoSizes): AccountInput[] {
  return [demoAccount(NORTHWIND, services, sizes), demoAccount(CONTOSO, services, shrunk(sizes))];
}

/** The same two accounts with nothing but their workspace. */
export function emptyAccounts(services: Services): AccountInput[] {
  return [NORTHWIND, CONTOSO].map(({ name, plan }) => ({
    id: services.random.stream(`${name}/account`).uuid(),
    name,
    plan,
    workspaces: [{ id: services.random.stream(`${name}/workspaces`).uuid(), name: "Main" }],
  }));
}

const shrunk = ({ records, submissions, keys }: DemoSizes): DemoSizes => ({
  records: Math.min(records, 40),
  submissions: Math.min(submissions, 5),
  keys: Math.min(keys, 1),
});

/** Each part has a stream of its own and is made by a getter: what no test reads costs nothing. */
function demoAccount(plan: AccountPlan, services: Services, sizes: DemoSizes): AccountInput {
  const now = services.clock.now();
  const { random } = services;
  const stream = (part: string): RandomStream => random.stream(`${plan.name}/${part}`);
  const ago = (ms: number): string => isoText(withinCalendar(now - ms));
  const workspaceStream = stream("workspaces");
  const workspaceIds = plan.workspaces.map(() => workspaceStream.uuid());
  const modelStream = stream("models");
  const models = plan.models.map(([name, description, taxonomies], i) => ({
    id: modelStream.uuid(),
    name,
    description,
    created_at: ago((300 - i * 30) * DAY),
    taxonomies: taxonomies.map((taxonomy) => ({ id: modelStream.uuid(), name: taxonomy })),
  }));
  const taxonomyIds = models.flatMap(({ taxonomies }) => taxonomies.map(({ id }) => id));
  const pick = (from: RandomStream, ids: readonly string[]): string => ids[from.integer(ids.length)] ?? "";
  const keyStream = stream("keys");
  return {
    id: stream("account").uuid(),
    name: plan.name,
    plan: plan.plan,
    workspaces: plan.workspaces.map(([name, description], i) => ({
      id: workspaceIds[i],
      name,
      description,
      created_at: ago((365 - i * 60) * DAY),
    })),
    governance_models: models,
    api_keys: Array.from({ length: sizes.keys }, (_, i) => ({
      id: keyStream.uuid(),
      name: ["Nightly export", "Dashboard", "Zapier"][i] ?? `Integration ${i + 1}`,
      created_at: ago((120 - (i % 100)) * DAY),
      last_used_at: i % 2 === 0 ? ago((i + 1) * 47 * MINUTE) : null,
    })),
    get submissions() {
      const from = stream("submissions");
      return Array.from({ length: sizes.submissions }, (_, i) => ({
        id: from.uuid(),
        workspace_id: pick(from, workspaceIds),
        taxonomy_id: pick(from, taxonomyIds),
        status: STATUSES[i % STATUSES.length] ?? "draft",
        rows: Array.from({ length: 1 + from.integer(4) }, () => ({ data: campaign(from) })),
        created_at: ago((i + 1) * 7 * 60 * MINUTE),
      }));
    },
    get records() {
      const from = stream("records");
      return Array.from({ length: sizes.records }, (_, i) => ({
        id: from.uuid(),
        terminus_id: `trm0${from.text(8, "0123456789abcdefghijklmnopqrstuvwxyz")}`,
        status: from.integer(8) === 0 ? ("archived" as const) : ("active" as const),
        data: campaign(from),
        workspace_id: pick(from, workspaceIds),
        taxonomy_id: pick(from, taxonomyIds),
        created_at: ago((i + 1) * 97 * MINUTE),
      }));
    },
  };
}

const STATUSES: readonly SubmissionStatus[] = ["draft", "in_review", "approved", "rejected", "cancelled"];

function campaign(from: RandomStream): Record<string, unknown> {
  const campaignName = from.pick(CAMPAIGNS);
  const region = from.pick(REGIONS);
  return {
    utm_source: from.pick(SOURCES),
    utm_medium: from.pick(MEDIUMS),
    utm_campaign: `${region}_${campaignName}`,
    utm_content: from.pick(CONTENTS),
    landing_page: `https://www.example.com/${campaignName}`,
    budget_eur: (1 + from.integer(200)) * 250,
  };
}
