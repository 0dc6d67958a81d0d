// Keeps a new secret out of the errors of the caller's own functions, which may quote what they were given.

/** What stands where a secret stood. */
const REDACTED = "(secret)";

/** How many values of a foreign error are searched. No real error has more. */
const MAX_VALUES = 10_000;

/** `text` without the secret. */
export function redactSecret(text: string, secret: string | undefined): string {
  return secret ? text.replaceAll(secret, REDACTED) : text;
}

/** What an error says, in one sentence, without the secret. */
export function messageOf(cause: unknown, secret: string | undefined): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return redactSecret(text, secret).replace(/[.\s]+$/, "");
}

/** The error itself if the secret is nowhere in it. If not, a copy of its name, message and stack without the secret. */
export function redactSecretInCause(cause: unknown, secret: string | undefined): unknown {
  if (!secret || !mentions(cause, secret)) return cause;
  const copy = new Error(messageOf(cause, secret));
  if (cause instanceof Error) {
    Object.defineProperty(copy, "name", { value: redactSecret(cause.name, secret), configurable: true });
    copy.stack = redactSecret(cause.stack ?? "", secret);
  }
  return copy;
}

/** Whether the secret stands anywhere that a printer would look: properties, causes, maps, lists. */
function mentions(root: unknown, secret: string): boolean {
  const seen = new Set<unknown>();
  const queue: unknown[] = [root];
  for (let value = queue.pop(); ; value = queue.pop()) {
    if (typeof value === "string" && value.includes(secret)) return true;
    if (Object(value) === value && !seen.has(value)) {
      seen.add(value);
      // What is too large to search is not passed on.
      if (seen.size > MAX_VALUES) return true;
      queue.push(...partsOf(value as object));
    }
    if (queue.length === 0) return false;
  }
}

function partsOf(value: object): unknown[] {
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)];
  const parts: unknown[] = Reflect.ownKeys(value).flatMap((key) => {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    return property && "value" in property ? [key, property.value] : [];
  });
  if (value instanceof Map || value instanceof Set || value instanceof Headers) parts.push(...value);
  return parts;
}
