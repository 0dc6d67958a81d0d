// What both reports are made of: bars and whether they are held, tables, the head of the page, and the machine.
import { cpus, totalmem } from "node:os";

/** Without a minus before nothing. */
export const fixed = (value, digits) => value.toFixed(digits).replace(/^-(?=[0.]+$)/, "");

/** A bar of the design that a number must not exceed. Its `id` finds in `missed.mjs` why one is missed. */
export const atMost = (id, what, limit, got, unit, digits) => ({
  id,
  what,
  bar: `at most ${limit}${unit}`,
  got: `${fixed(got, digits)}${unit}`,
  held: got <= limit,
  by: `${(got - limit).toFixed(digits)}${unit}`,
});

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** All bars, and why each is missed that is. */
export function barTable(bars, missedBecause) {
  const rows = bars.map(({ what, bar, got, held }) => [what, bar, got, held ? "held" : "**missed**"]);
  const missed = bars.filter((bar) => !bar.held);
  const why = missed.map(({ id, what, by }) =>
    `The bar "${what}" is missed by ${by}. ${missedBecause[id] ?? ""}`.trim(),
  );
  return [table(["what", "bar", "measured", ""], rows), why.join("\n\n") || "Every bar is held."].join("\n\n");
}

/** The page that `--write` leaves: its head, the tables, and how was measured. */
export const pageOf = ({ workspace, what, tables, method }) => `# Benchmarks

<!-- Written by \`npm run bench -w ${workspace} -- --write\`. Do not edit: change \`bench/\` and measure again. -->

One run on ${new Date().toISOString().slice(0, 10)} measured ${what} beside others, on ${machine()}. Ratios carry over to other machines, but absolute numbers do not.

${tables}

${method}`;

/** The machine in words that hold anywhere. */
function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${process.platform} on ${process.arch}, ${cpus().length} cores, ${memory} GB of memory`;
}
