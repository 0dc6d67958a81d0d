// One line per attempt, for whoever asked for it; what it says has been redacted by then.
import { describeOption } from "./environment.js";
import { ConfigurationError } from "./errors.js";

/** Where lines go; `console` fits. */
export interface Logger {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** `error`: failed calls. `warn`: failed attempts too. `info`: every attempt. `debug`: with bodies, in lines of their own. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** The more of them, the later. */
export const LEVELS = ["off", "error", "warn", "info", "debug"] as const;

/** How much is wanted, as a number that grows with it; `variable` may be where it comes from. */
export function levelNumber(level: unknown, variable = ""): number {
  const number = LEVELS.indexOf(`${level}`.toLowerCase() as LogLevel);
  if (number < 0) {
    throw new ConfigurationError(
      `The ${describeOption("logLevel", level, variable)} "${level}" is not one of ${LEVELS.join(", ")}.`,
    );
  }
  return number;
}
