// One line per attempt, for whoever asked for it; what it says has been redacted by then.
import { ConfigurationError } from "./errors.js";

/** Where lines go; `console` fits. */
export interface Logger {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** `warn`: failed attempts. `info`: every attempt. `debug`: with bodies. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

const LEVELS: readonly string[] = ["off", "error", "warn", "info", "debug"];

/** How much is wanted, as a number that grows with it. */
export function levelNumber(level: unknown): number {
  const number = LEVELS.indexOf(`${level}`);
  if (number < 0) {
    throw new ConfigurationError(`The log level "${level}" is none of ${LEVELS.join(", ")}.`);
  }
  return number;
}
