// Options as callers without a type checker may give them: an unknown name is refused with those that exist.

/** Refuses what is not a plain object, and names that are not known. `what` is who takes them. */
export function checkOptionNames(given: unknown, known: readonly string[], what: string): void {
  if (!isObject(given)) {
    throw new TypeError(`${what} takes an object of options, not ${describeValue(given)}. ${list(known)}`);
  }
  checkNames(given, known, `${what} has no option`);
}

/** Refuses names that are not known. `lacks` begins the sentence that says so. */
export function checkNames(given: object, known: readonly string[], lacks: string): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw new TypeError(`${lacks} "${name}". ${list(known)}`);
  }
}

/** Whether something is an object with fields, and not a list. */
export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const list = (known: readonly string[]): string =>
  known.length === 0 ? "There is none." : `Known: ${known.join(", ")}.`;

/** A value as an error message shows it. */
export function describeValue(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
