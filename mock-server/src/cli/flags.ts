// The flags of the command, read and checked: one line says what is allowed in place of an unknown flag or a bad value.
import { apiNames } from "../apis.js";
import { errorText } from "../core/request/error-text.js";
import { instant } from "../core/time/clock.js";
import { type Duration, milliseconds } from "../core/time/duration.js";
import type { RateLimit } from "../core/time/rate-limiter.js";
import { HelpRequest } from "./help-request.js";
import { UsageError } from "./usage-error.js";

export interface Flags {
  readonly api: string;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly preset: string | undefined;
  readonly seed: number | string | undefined;
  readonly now: string | undefined;
  readonly rateLimit: RateLimit | false | undefined;
  readonly latency: Duration | readonly [Duration, Duration] | undefined;
  readonly cors: boolean;
  readonly state: string | undefined;
  readonly readyFile: string | undefined;
  readonly log: "pretty" | "json" | "silent" | undefined;
  readonly coverage: boolean;
  readonly minCoverage: number | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Flag {
  /** Shown after the flag's name; absent for a switch. */
  readonly value?: string;
  readonly help: string;
  /** Throws any error to refuse the value. */
  readonly set: (flags: Mutable<Flags>, value: string) => void;
}

/** The demo key survives a restart with it. */
const DEFAULT_SEED = 1;
const LOGS = ["pretty", "json", "silent"] as const;

const allowOnly = (allowed: string): never => {
  throw new Error(allowed);
};

export const flagTable: Readonly<Record<string, Flag>> = {
  port: {
    value: "NUMBER",
    help: "the port to listen on, 0 for a free one (start: 4010, exec: 0)",
    set: (flags, value) => {
      const port = Number(value);
      flags.port = /^\d+$/.test(value) && port <= 65_535 ? port : allowOnly("a port from 0 to 65535");
    },
  },
  host: {
    value: "ADDRESS",
    help: "the address to bind (127.0.0.1). If it is wider, /__mock asks for a token",
    set: (flags, value) => {
      flags.host = value === "" ? allowOnly("an address such as 127.0.0.1 or 0.0.0.0") : value;
    },
  },
  preset: {
    value: "NAME",
    help: "the data to start with (default). The presets of each API are below",
    set: (flags, value) => {
      flags.preset = value;
    },
  },
  seed: {
    value: "TEXT",
    help: "fixes ids, keys and demo data (1), or none to draw new ones at each start",
    set: (flags, value) => {
      if (value === "") allowOnly('a number, a text, or "none" to draw anew at each start');
      flags.seed = value === "none" ? undefined : /^\d+$/.test(value) ? Number(value) : value;
    },
  },
  now: {
    value: "TIME",
    help: "freezes the clock at an ISO 8601 time",
    set: (flags, value) => {
      try {
        instant(value);
      } catch {
        allowOnly('a time such as "2026-01-01T00:00:00Z"');
      }
      flags.now = value;
    },
  },
  "rate-limit": {
    value: "N/WINDOW",
    help: "the limit of each key: 3/10s is 3 in 10 s, 3 is 3 in 60 s, off is no limit (100/60s)",
    set: (flags, value) => {
      flags.rateLimit = value === "off" ? false : rateLimit(value);
    },
  },
  latency: {
    value: "TIME",
    help: "delays each answer: 200ms, or 100ms-300ms",
    set: (flags, value) => {
      flags.latency = latency(value);
    },
  },
  cors: {
    help: "lets web pages of any origin call the mock",
    set: (flags) => {
      flags.cors = true;
    },
  },
  state: {
    value: "FILE",
    help: "starts with the state in this JSON file, in place of a preset",
    set: (flags, value) => {
      flags.state = value === "" ? allowOnly("a JSON file's path") : value;
    },
  },
  api: {
    value: "NAME",
    help: `the API to mock: ${apiNames.join(", ")}, or all, each on its own port (terminus-hub)`,
    set: (flags, value) => {
      flags.api = value;
    },
  },
  "ready-file": {
    value: "FILE",
    help: "a JSON file with api, url, pid and ids, but no key. It is there while the mock answers",
    set: (flags, value) => {
      flags.readyFile = value === "" ? allowOnly("a file's path") : value;
    },
  },
  log: {
    value: "FORM",
    help: "how to log calls: pretty, json (also for the banner) or silent (start: pretty, exec: silent)",
    set: (flags, value) => {
      flags.log = LOGS.find((log) => log === value) ?? allowOnly("pretty, json or silent");
    },
  },
  coverage: {
    help: "prints at the end which operations and statuses were called",
    set: (flags) => {
      flags.coverage = true;
    },
  },
  "min-coverage": {
    value: "PERCENT",
    help: "exits with 1 if a smaller share of the operations was called",
    set: (flags, value) => {
      const percent = Number(value);
      flags.minCoverage = /^\d+$/.test(value) && percent <= 100 ? percent : allowOnly("a percentage from 0 to 100");
      flags.coverage = true;
    },
  },
};

/** The window when only a number is given. */
const A_MINUTE = "60s";

function rateLimit(value: string): RateLimit {
  const [, limit, window = A_MINUTE] = /^(\d+)(?:\/(\d+(?:\.\d+)?(?:ms|s|m|h|d)))?$/.exec(value) ?? [];
  if (limit !== undefined && milliseconds(window) > 0) return { limit: Number(limit), window };
  return allowOnly("3/10s (a number and a window with its unit: ms, s, m, h or d), 3 (in 60s), or off");
}

function latency(value: string): Duration | readonly [Duration, Duration] {
  const [least = "", most, ...rest] = value.split("-");
  try {
    const from = milliseconds(least);
    if (most === undefined) return from;
    const to = milliseconds(most);
    if (rest.length === 0 && to >= from) return [from, to];
  } catch {
    // The sentence below says it in the words of this flag.
  }
  return allowOnly("a time such as 200ms, or a range such as 100ms-300ms");
}

/** Which flags a command takes. */
export interface CommandFlags {
  readonly command: string;
  /** False for a flag that this command has no use for. */
  readonly takes: (flag: string) => boolean;
}

/** Reads flags up to `--` or the first word that is not a flag. What follows is `rest`. */
export function readFlags(
  words: readonly string[],
  { command, takes }: CommandFlags,
): { readonly flags: Flags; readonly rest: readonly string[] } {
  const flags: Mutable<Flags> = {
    api: "terminus-hub",
    port: undefined,
    host: undefined,
    preset: undefined,
    seed: DEFAULT_SEED,
    now: undefined,
    rateLimit: undefined,
    latency: undefined,
    cors: false,
    state: undefined,
    readyFile: undefined,
    log: undefined,
    coverage: false,
    minCoverage: undefined,
  };
  const allowed = () =>
    Object.keys(flagTable)
      .filter(takes)
      .map((each) => `--${each}`)
      .join(", ");
  let i = 0;
  while (i < words.length) {
    const word = words[i] ?? "";
    if (word === "--") return { flags, rest: words.slice(i + 1) };
    if (word === "--help" || word === "-h") throw new HelpRequest();
    if (!word.startsWith("-")) return { flags, rest: words.slice(i) };
    const [written, joined] = split(word);
    const name = written.startsWith("--") ? written.slice(2) : "";
    const flag = Object.hasOwn(flagTable, name) ? flagTable[name] : undefined;
    if (flag === undefined) throw new UsageError(`Unknown flag ${written}. Allowed: ${allowed()}.`);
    if (!takes(name)) throw new UsageError(`${command} does not take --${name}. Allowed: ${allowed()}.`);
    const value = flag.value === undefined ? "" : (joined ?? words[i + 1]);
    if (value === undefined) throw new UsageError(`--${name} needs a value: ${flag.value}.`);
    if (flag.value === undefined && joined !== undefined) throw new UsageError(`--${name} takes no value.`);
    try {
      flag.set(flags, value);
    } catch (error) {
      throw new UsageError(`--${name} "${value}" cannot be used. Allowed: ${errorText(error)}.`);
    }
    i += flag.value === undefined || joined !== undefined ? 1 : 2;
  }
  return { flags, rest: [] };
}

function split(flag: string): [string, string | undefined] {
  const at = flag.indexOf("=");
  return at < 0 ? [flag, undefined] : [flag.slice(0, at), flag.slice(at + 1)];
}
