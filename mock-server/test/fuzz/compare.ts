// A received value against what a model expects, leaf by leaf.
import { isJson } from "./contract.js";

/** Everything that differs, each with its place. Functions among the expected are asked what is wrong with the value received. */
export function differences(expected: unknown, received: unknown, place = "body"): string[] {
  if (typeof expected === "function") {
    const problem: unknown = expected(received);
    return problem === undefined ? [] : [`${place} ${String(problem)}, received ${shown(received)}`];
  }
  if (Array.isArray(expected) && Array.isArray(received)) {
    const lengths =
      expected.length === received.length ? [] : [`${place} has ${received.length} items, not ${expected.length}`];
    return [
      ...lengths,
      ...expected.slice(0, received.length).flatMap((item, i) => differences(item, received[i], `${place}.${i}`)),
    ];
  }
  if (isJson(expected) && isJson(received)) {
    const missing = Object.keys(expected).filter((key) => !Object.hasOwn(received, key));
    const extra = Object.keys(received).filter((key) => !Object.hasOwn(expected, key));
    return [
      ...missing.map((key) => `${place}.${key} is missing`),
      ...extra.map((key) => `${place}.${key} was not expected`),
      ...Object.keys(expected)
        .filter((key) => Object.hasOwn(received, key))
        .flatMap((key) => differences(expected[key], received[key], `${place}.${key}`)),
    ];
  }
  return Object.is(expected, received) ? [] : [`${place} is ${shown(received)}, not ${shown(expected)}`];
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Expects one of several values. */
export const oneOf =
  (...values: readonly unknown[]) =>
  (received: unknown): string | undefined =>
    values.some((value) => differences(value, received).length === 0)
      ? undefined
      : `should be one of ${values.map(shown).join(", ")}`;

/** Expects text of a form. */
export const like =
  (form: RegExp) =>
  (received: unknown): string | undefined =>
    typeof received === "string" && form.test(received) ? undefined : `should be text like ${form}`;
