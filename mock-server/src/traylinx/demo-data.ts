// Demo data: two organisations, of which the person who is handed a token belongs to one. The same for the same seed.
import type { Services } from "../core/contract/services.js";
import { withinCalendar } from "../core/time/clock.js";
import { isoText } from "../core/time/iso-text.js";
import { MODELS } from "./models.js";
import { idFrom, type OrganizationInput, publicKeyFrom, type TraylinxStateInput } from "./state-schema.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;

export const DEMO_EMAIL = "ada@example.com";
/** The password of everybody in the demo data. */
export const DEMO_PASSWORD = "correct horse battery staple";

interface DemoKey {
  readonly note: string | null;
  readonly age: number;
  readonly expiresIn?: number;
  readonly usedAgo?: number;
}

const KEYS: readonly DemoKey[] = [
  { note: "GitHub Actions deploy", age: 120 * DAY, expiresIn: 245 * DAY, usedAgo: 3 * HOUR },
  { note: null, age: 95 * DAY, usedAgo: 80 * DAY },
  { note: "Contractor", age: 60 * DAY, expiresIn: -30 * DAY, usedAgo: 31 * DAY },
  { note: "Nightly evaluation", age: 9 * DAY },
];

export function demoState(services: Services, keys: number = KEYS.length): TraylinxStateInput {
  const ids = services.random.stream("traylinx/keys");
  const now = services.clock.now();
  const ago = (ms: number): string => isoText(withinCalendar(now - ms));
  const made = Array.from({ length: keys }, (_, i) => {
    const key: DemoKey = KEYS[i] ?? { note: `Worker ${i + 1}`, age: (1 + (i % 30)) * DAY };
    return {
      id: idFrom(ids),
      public_key: publicKeyFrom(ids),
      note: key.note,
      created_at: ago(key.age),
      expires_at: key.expiresIn === undefined ? null : ago(-key.expiresIn),
      last_used_at: key.usedAgo === undefined ? null : ago(key.usedAgo),
    };
  });
  const northwind: OrganizationInput = {
    id: "org-northwind",
    name: "Northwind Media",
    members: [DEMO_EMAIL],
    projects: [
      { id: "project-assistant", name: "Assistant", api_keys: made },
      { id: "project-search", name: "Search", models: MODELS.slice(0, 2).map(({ id }) => id) },
    ],
  };
  const contoso: OrganizationInput = {
    id: "org-contoso",
    name: "Contoso Retail",
    members: ["grace@example.org"],
    projects: [{ id: "project-shop", name: "Shop" }],
  };
  return {
    people: [
      { id: "user-ada", email: DEMO_EMAIL, first_name: "Ada", last_name: "Lovelace", password: DEMO_PASSWORD },
      { id: "user-grace", email: "grace@example.org", first_name: "Grace", password: DEMO_PASSWORD },
    ],
    organizations: [northwind, contoso],
  };
}

/** The same people, organisations and projects without a key. */
export const emptyState = (services: Services): TraylinxStateInput => demoState(services, 0);
