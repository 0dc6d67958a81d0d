// The target of a request, path and query, as a URL parser gives it.

/** What a URL parser leaves as it is: no dot segments, nothing to encode, no fragment. */
const PLAIN = String.raw`/[\w\-~!$&'()*+,;=:@%/]*(?:\?[\w\-.~!$&()*+,;=:@%/?]*)?`;
const PLAIN_TARGET = new RegExp(`^${PLAIN}$`);
const PLAIN_ADDRESS = new RegExp(`^https?://[\\w.:-]+(${PLAIN})$`);
/** "%2e" is a dot to a URL parser. */
const ENCODED_DOT = "%2";

/** Of a request line; undefined where it holds no path. */
export function targetOfLine(text: string): string | undefined {
  if (PLAIN_TARGET.test(text) && !text.includes(ENCODED_DOT)) return text;
  try {
    const { pathname, search } = new URL(text.startsWith("/") ? `http://localhost${text}` : text);
    return pathname.startsWith("/") ? `${pathname}${search}` : undefined;
  } catch {
    return undefined;
  }
}

/** Of an address that is given to fetch. */
export function targetOfAddress(address: string): string {
  const plain = PLAIN_ADDRESS.exec(address)?.[1];
  if (plain !== undefined && !plain.includes(ENCODED_DOT)) return plain;
  const { pathname, search } = new URL(address, "http://127.0.0.1");
  return `${pathname}${search}`;
}
