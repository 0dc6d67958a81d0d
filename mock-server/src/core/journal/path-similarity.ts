// Whether a path is that of an operation, or a slip of the pen away from it.

/** Letters that may be wrong, missing or too many in a path that was mistyped. */
const SLIPS = 3;

/** `same`, `similar` (mistyped, or without what it must begin with), or `other`. */
export function pathSimilarity(path: string, template: string): "same" | "similar" | "other" {
  const given = path.split("/");
  const wanted = template.split("/");
  const fits = (segment: string, i: number) => segment.startsWith("{") || segment === given[i];
  if (given.length === wanted.length && wanted.every(fits)) return "same";
  const plainGiven = segments(path);
  const plainWanted = segments(template);
  const shorter = Math.min(plainGiven.length, plainWanted.length);
  if (shorter === 0) return "other";
  // A prefix may be missing or too much, but what remains must be as it is, and say more than an id.
  if (plainGiven.length !== plainWanted.length) {
    const [tail, whole] = [plainGiven.slice(-shorter), plainWanted.slice(-shorter)];
    const named = whole.some((segment) => !segment.startsWith("{"));
    return named && distance(tail, whole) === 0 ? "similar" : "other";
  }
  return distance(plainGiven, plainWanted) <= SLIPS ? "similar" : "other";
}

/** Without what people write in different ways: capitals, hyphens and underscores, a slash at the end. */
function segments(path: string): readonly string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => (segment.startsWith("{") ? segment : segment.toLowerCase().replace(/[-_]/g, "")));
}

function distance(given: readonly string[], wanted: readonly string[]): number {
  let sum = 0;
  for (const [i, segment] of wanted.entries()) {
    if (!segment.startsWith("{")) sum += edits(given[i] ?? "", segment);
  }
  return sum;
}

/** The least number of letters to change, add or leave out. */
function edits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > SLIPS) return SLIPS + 1;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
