// Reads how long the server asks the client to wait.

/** Seconds, from `Retry-After` as seconds or as an HTTP date, which is read against the answer's own `Date`. */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return +value;
  // A date names its day. The platform's parser would also take other text, which is not a date.
  const at = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : NaN;
  const from = Date.parse(headers.get("date") ?? "") || now;
  return at >= 0 ? Math.max(0, (at - from) / 1000) : undefined;
}
