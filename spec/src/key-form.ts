// The form of an API's secret, said once: its prefix, what follows, and the pattern made from both. It travels as `x-key-form` into the document.
import type { Marked } from "./provenance.js";

/** What follows the prefix of a secret, piece by piece: literal text, characters drawn at random, or a lower-case UUID. */
export type KeyPart = string | { readonly alphabet: string; readonly length: number } | { readonly format: "uuid" };

/** The form of a secret, as the document's extension `x-key-form` holds it. */
export interface KeyForm extends Marked {
  /** What every secret of the API starts with, such as `thub_`. */
  readonly prefix: string;
  /** What follows the prefix, in order: enough to make a secret. */
  readonly parts: readonly KeyPart[];
  /** The source of a regular expression that the whole secret matches. */
  readonly pattern: string;
  /** The form in words, such as `thub_ and 32 letters or digits`: the end of "must be ...". */
  readonly description: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Characters to draw from. */
export const alphabets = {
  hex: "0123456789abcdef",
  alphanumeric: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  base64url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
} as const;

/** Declares the form of a secret. `words` says what follows the prefix, such as `32 letters or digits`. */
export function defineKeyForm({
  prefix,
  parts,
  words,
  ...mark
}: Pick<KeyForm, "prefix" | "parts"> & Marked & { readonly words: string }): KeyForm {
  const pattern = `^${escaped(prefix)}${parts.map(patternOf).join("")}$`;
  return { prefix, parts, pattern, description: `${prefix} and ${words}`, ...mark };
}

function patternOf(part: KeyPart): string {
  if (typeof part === "string") return escaped(part);
  return "format" in part ? uuid : `[${ranges(part.alphabet)}]{${part.length}}`;
}

/** An alphabet as the inside of a character class: neighbours in the order of their codes become `a-z`. A hyphen has to stand last. */
function ranges(alphabet: string): string {
  const runs: string[][] = [];
  for (const character of alphabet) {
    const run = runs.at(-1);
    if (run && character.charCodeAt(0) === (run.at(-1) ?? "").charCodeAt(0) + 1) run.push(character);
    else runs.push([character]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(""))).join("");
}

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
