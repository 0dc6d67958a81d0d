// The presets of an API, and those that mean the same for every API, each made from its demo data.
import type { FaultSpec } from "../faults/faults.js";
import type { Preset } from "./mock-api.js";
import type { Services } from "./services.js";

type Demo<Input> = (services: Services) => Input;

const HOUR = 3_600_000;

/** The presets of an API by name. A mock starts in `default`. */
export const presetsOf =
  <State, Input>() =>
  <Each extends { readonly default: unknown } & Readonly<Record<string, Preset<State, Input>>>>(
    presets: Each,
  ): Readonly<Record<keyof Each, Preset<State, Input>>> =>
    presets;

export const nearLimit = <Input>(demo: Demo<Input>): Preset<unknown, Input> => ({
  summary: "demo data, and one request left in the key's window",
  state: demo,
  spent: (limit) => Math.max(0, limit - 1),
});

export const rateLimited = <Input>(demo: Demo<Input>): Preset<unknown, Input> => ({
  summary: "demo data, and no request left in the key's window",
  state: demo,
  spent: (limit) => limit,
});

/** `what` expired an hour ago: the key, or a token. */
export const expired = <State, Input>(
  demo: Demo<Input>,
  what: string,
  find: (state: State) => { expires_at: number | null } | undefined,
): Preset<State, Input> => ({
  summary: `demo data, and the ${what} expired an hour ago`,
  state: demo,
  afterwards: (state, { clock }) => {
    const found = find(state);
    if (found !== undefined) found.expires_at = clock.now() - HOUR;
  },
});

/** The key is `gone`: deleted or revoked. */
export const revoked = <State extends { readonly primaryKey: { readonly stored: unknown } | undefined }, Input>(
  demo: Demo<Input>,
  gone: string,
  revoke: (state: State, key: NonNullable<State["primaryKey"]>["stored"]) => void,
): Preset<State, Input> => ({
  summary: `demo data, and the key is ${gone}`,
  state: demo,
  afterwards: (state) => {
    if (state.primaryKey !== undefined) revoke(state, state.primaryKey.stored);
  },
});

/** One request in five fails, `as` the summary says. */
export const flaky = <Input>(
  demo: Demo<Input>,
  as = "500 or a reset connection",
  faults: readonly FaultSpec[] = [
    { probability: 0.15, status: 500 },
    { probability: 0.06, reset: true },
  ],
): Preset<unknown, Input> => ({
  summary: `demo data, and one request in five fails: ${as}`,
  state: demo,
  faults,
});
