// Demo data of a small team's instance: an admin, some users, keys of programs. The same for the same seed.
import type { Services } from "../core/contract/services.js";
import { isoText } from "../core/time/iso-text.js";
import { idFrom, type TermixStateInput } from "./state-schema.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The password of every demo user. */
export const DEMO_PASSWORD = "correct horse battery staple";
export const DEMO_ADMIN = "admin";

export interface DemoSizes {
  readonly users: number;
  readonly keys: number;
}

const PEOPLE: TermixStateInput["users"] = [
  { username: DEMO_ADMIN, password: DEMO_PASSWORD, is_admin: true },
  { username: "deploy", password: DEMO_PASSWORD, is_admin: false },
  { username: "maria", password: DEMO_PASSWORD, is_admin: true, totp_enabled: true },
  { username: "backup", password: DEMO_PASSWORD, is_admin: false, data_unlocked: false },
  { username: "yusuf", is_admin: false, is_oidc: true },
];

interface DemoKey {
  readonly name: string;
  readonly username: string;
  readonly age: number;
  readonly expiresIn: number | null;
  readonly usedAgo: number | null;
}

const KEYS: readonly DemoKey[] = [
  { name: "backup-script", username: "backup", age: 200 * DAY, expiresIn: null, usedAgo: 7 * HOUR },
  { name: "migration", username: "maria", age: 90 * DAY, expiresIn: -30 * DAY, usedAgo: 31 * DAY },
  { name: "github-actions-deploy", username: "deploy", age: 40 * DAY, expiresIn: 50 * DAY, usedAgo: 2 * HOUR },
  { name: "monitoring-readonly", username: "deploy", age: 3 * DAY, expiresIn: null, usedAgo: null },
];

export function demoState(services: Services, sizes: DemoSizes = { users: PEOPLE.length, keys: KEYS.length }) {
  const now = services.clock.now();
  const ids = services.random.stream("termix/users");
  const keyIds = services.random.stream("termix/keys");
  const users = Array.from({ length: sizes.users }, (_, i) => ({
    id: idFrom(ids),
    ...(PEOPLE[i] ?? { username: `user-${i + 1}`, password: DEMO_PASSWORD, is_admin: false }),
  }));
  const keys = Array.from({ length: sizes.keys }, (_, i) => {
    const key = KEYS[i] ?? { name: `job-${i + 1}`, username: "deploy", age: 2 * DAY, expiresIn: null, usedAgo: null };
    return {
      id: idFrom(keyIds),
      name: key.name,
      username: key.username,
      created_at: isoText(now - key.age),
      expires_at: key.expiresIn === null ? null : isoText(now + key.expiresIn),
      last_used_at: key.usedAgo === null ? null : isoText(now - key.usedAgo),
    };
  });
  return { users, api_keys: keys } satisfies TermixStateInput;
}

/** The admin, and nobody and nothing else. */
export const emptyState = (services: Services): TermixStateInput => demoState(services, { users: 1, keys: 0 });
