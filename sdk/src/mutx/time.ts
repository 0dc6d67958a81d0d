// Reads the times of this API, some of which leave out that they are UTC.

const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a time of this API as a `Date`. A time without an offset means UTC. `null` stays `null`.
 *
 * @example
 * parseTime("2026-04-21T12:00:00.123456")?.toISOString(); // 2026-04-21T12:00:00.123Z, in every time zone
 * @throws {RangeError} when the text is not a time
 */
export function parseTime(text: string): Date;
export function parseTime(text: string | null): Date | null;
export function parseTime(text: string | null): Date | null {
  if (text === null) return null;
  const date = new Date(OFFSET.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(date.getTime())) return date;
  throw new RangeError(`${JSON.stringify(text)} is not a time.`);
}
