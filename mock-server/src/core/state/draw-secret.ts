// Makes a secret in the form that the contract states.
import type { Services } from "../contract/services.js";

/** What this needs of the `x-key-form` of a contract. */
export interface SecretForm {
  readonly prefix: string;
  /** The source of a regular expression that the whole secret matches. */
  readonly pattern: string;
  /** The form in words: the end of "must be ...". */
  readonly description: string;
  /** What follows the prefix: literal text, characters of an alphabet, or a lower-case UUID. */
  readonly parts: readonly (
    | string
    | { readonly alphabet: string; readonly length: number }
    | { readonly format: "uuid" }
  )[];
}

export function drawSecret({ random: { secrets } }: Services, { prefix, parts }: SecretForm): string {
  const drawn = parts.map((part) => {
    if (typeof part === "string") return part;
    return "format" in part ? secrets.uuid() : secrets.text(part.length, part.alphabet);
  });
  return prefix + drawn.join("");
}
