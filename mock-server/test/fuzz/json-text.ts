// What a JSON body says, read without the mock's code.

/** Nested deeper than this a body is refused as unreadable. */
const DEEPEST = 100;

/** `undefined` where the text is no JSON that a server has to read. */
export function readJson(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === undefined || depth(text) > DEEPEST) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** As it comes back: a number too large for a double is null, -0 is 0. */
export const echoed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether two secrets are the same once hashed: as UTF-8, where half a surrogate pair is U+FFFD. */
export const sameSecret = (one: string | undefined, other: unknown): boolean =>
  one !== undefined && typeof other === "string" && asUtf8(one) === asUtf8(other);

const asUtf8 = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

function depth(text: string): number {
  let here = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === "[" || token === "{") {
      here += 1;
      deepest = Math.max(deepest, here);
    } else if (token === "]" || token === "}") here -= 1;
  }
  return deepest;
}
