// The middle of many runs, which one disturbed run does not move.

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Runs every measure once per round, each round starting with another one, and gives each one's values.
 *
 * @template {string} Name
 * @param {Name[]} names
 * @param {number} rounds
 * @param {(name: Name) => number | Promise<number>} measure
 * @returns {Promise<Map<Name, number[]>>}
 */
export async function interleave(names, rounds, measure) {
  const values = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      values.get(name).push(await measure(name));
    }
  return values;
}

/** The median of the rounds' ratios: what slows one round slows both sides of it. */
export const medianRatio = (values, baseline) => median(values.map((value, round) => value / baseline[round]));
