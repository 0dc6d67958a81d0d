// Demo data of two accounts with agents and keys. The same for the same seed.
import type { Services } from "../core/contract/services.js";
import { withinCalendar } from "../core/time/clock.js";
import { isoText } from "../core/time/iso-text.js";
import type { AccountInput, MutxStateInput, Plan } from "./state-schema.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;

export const DEMO_EMAIL = "ada@example.com";
/** The password of both demo accounts. */
export const DEMO_PASSWORD = "Correct-Horse-7!";

export interface DemoSizes {
  readonly plan: Plan;
  readonly keys: number;
  readonly agents: number;
}

/** What the default preset holds, beside the key that is handed out. */
export const DEMO_SIZES: DemoSizes = { plan: "PRO", keys: 4, agents: 6 };

interface DemoKey {
  readonly name: string;
  readonly age: number;
  readonly expiresIn?: number;
  readonly usedAgo?: number;
  readonly isRevoked?: true;
}

const KEYS: readonly DemoKey[] = [
  { name: "GitHub Actions", age: 100 * DAY, expiresIn: 265 * DAY, usedAgo: 3 * HOUR },
  { name: "Old laptop", age: 80 * DAY, usedAgo: 60 * DAY, isRevoked: true },
  { name: "Trial", age: 40 * DAY, expiresIn: -10 * DAY, usedAgo: 11 * DAY },
  { name: "Staging server", age: 5 * DAY },
];

const AGENTS = [
  ["Support triage", "Sorts incoming tickets", "openai", "running", { model: "gpt-4o" }],
  ["Release notes", null, "anthropic", "running", { model: "claude" }],
  ["Invoice reader", "Reads amounts out of scanned invoices", "langchain", "stopped", null],
  ["Night watch", null, "openclaw", "running", { schedule: "0 2 * * *" }],
  ["Translation", "English to German and French", "openai", "failed", { model: "gpt-4o-mini" }],
  ["Sandbox", null, "custom", "creating", null],
] as const;

/** Two accounts, so that isolation can be tested. */
export function demoState(services: Services, sizes: DemoSizes = DEMO_SIZES): MutxStateInput {
  return {
    accounts: [
      demoAccount(services, DEMO_EMAIL, "Ada", sizes),
      demoAccount(services, "grace@example.org", "Grace", { plan: "FREE", keys: 1, agents: 2 }),
    ],
  };
}

/** The same two accounts with nothing in them. */
export const emptyState = (services: Services): MutxStateInput => {
  const { accounts } = demoState(services, { plan: "FREE", keys: 0, agents: 0 });
  return { accounts: accounts.map((account) => ({ ...account, api_keys: [], agents: [] })) };
};

function demoAccount(services: Services, email: string, name: string, sizes: DemoSizes): AccountInput {
  const ids = services.random.stream(`mutx/${email}`);
  const now = services.clock.now();
  const ago = (ms: number): string => isoText(withinCalendar(now - ms));
  return {
    id: ids.uuid(),
    email,
    name,
    plan: sizes.plan,
    password: DEMO_PASSWORD,
    is_email_verified: true,
    created_at: ago(200 * DAY),
    api_keys: Array.from({ length: sizes.keys }, (_, i) => {
      const key: DemoKey = KEYS[i] ?? { name: `Worker ${i + 1}`, age: (1 + (i % 30)) * DAY };
      return {
        id: ids.uuid(),
        name: key.name,
        created_at: ago(key.age),
        expires_at: key.expiresIn === undefined ? null : ago(-key.expiresIn),
        last_used: key.usedAgo === undefined ? null : ago(key.usedAgo),
        is_active: key.isRevoked !== true,
      };
    }),
    agents: Array.from({ length: sizes.agents }, (_, i) => {
      const [agentName, description, type, status, config] = AGENTS[i] ?? [
        `Agent ${i + 1}`,
        null,
        "custom",
        "running",
        null,
      ];
      return {
        id: ids.uuid(),
        name: agentName,
        description,
        type,
        status,
        config: config === null ? null : { ...config },
        created_at: ago((150 - (i % 100)) * DAY),
        updated_at: ago((1 + (i % 20)) * HOUR),
      };
    }),
  };
}
