// The levels of logging, and where lines go.
import { describeOption } from "./environment.js";
import { ConfigurationError } from "./errors.js";

/** Where lines go. `console` fits. */
export interface Logger {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** `error` logs failed calls, `warn` failed attempts too, `info` every attempt, and `debug` the bodies as well. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** From quiet to verbose. The index is the level. */
export const LEVELS = ["off", "error", "warn", "info", "debug"] as const;

/** The index of a level. `variable` is the environment variable that it may come from. */
export function levelNumber(level: unknown, variable = ""): number {
  const number = LEVELS.indexOf(`${level}`.toLowerCase() as LogLevel);
  if (number < 0) {
    throw new ConfigurationError(
      `The ${describeOption("logLevel", level, variable)} "${level}" is not one of ${LEVELS.join(", ")}.`,
    );
  }
  return number;
}
