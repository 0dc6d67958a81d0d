// What both benches do: read the flags, measure one thing after the other, print the tables and write the page.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";

/**
 * @param {object} bench
 * @param {URL} bench.page where `--write` writes
 * @param {Record<string, object>} bench.thorough how much of each measure, by its name
 * @param {Record<string, object>} bench.quick the same for a smoke run
 * @param {() => { remove(): void }} bench.install
 * @param {() => Promise<Record<string, (size: object) => unknown>>} bench.measures loaded once the package is installed
 * @param {() => Promise<{ tables(results: object): unknown, page(results: object, sizes: object): unknown }>} bench.report
 */
export async function runBench({ page, thorough, quick, install, measures, report }) {
  const { values: flags } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
  if (flags.quick && flags.write) {
    console.error("--quick measures too little to be written down. Leave out --quick or --write.");
    process.exit(2);
  }
  const sizes = flags.quick ? quick : thorough;
  const [load = 0] = loadavg();
  if (load > 0.7)
    console.log(`The machine is busy (load ${load.toFixed(1)}): trust the ratios more than the numbers.\n`);

  const results = {};
  const underTest = install();
  try {
    for (const [name, measure] of Object.entries(await measures())) {
      console.error(`${name} ...`);
      results[name] = await measure(sizes[name] ?? {});
    }
    const text = await report();
    if (flags.quick) console.log("A smoke run: it shows that everything can be measured, and judges nothing.\n");
    console.log(await text.tables(results));
    if (!flags.write) return;
    writeFileSync(page, await text.page(results, sizes));
    console.log(`\nWritten to ${page.pathname.split("/").slice(-2).join("/")}.`);
  } finally {
    underTest.remove();
  }
}
