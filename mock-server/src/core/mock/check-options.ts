// Options as callers without a type checker may give them: an unknown name is refused with those that exist.

/** Refuses what is not a plain object, and names that are not known. `what` is who takes them. */
export function checkOptionNames(given: unknown, known: readonly string[], what: string): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError(`${what} takes an object of options, not ${describeValue(given)}. ${list(known)}`);
  }
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw new TypeError(`${what} has no option "${name}". ${list(known)}`);
  }
}

const list = (known: readonly string[]): string =>
  known.length === 0 ? "There is none." : `Known: ${known.join(", ")}.`;

/** A value as an error message shows it. */
export function describeValue(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
