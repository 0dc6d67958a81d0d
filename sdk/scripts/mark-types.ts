// After tsup: what an entry does not export at run time, its types export as a type only. The bundler of the types drops
// `export type` before classes and constants, so that `new Call()` would compile and fail.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The declarations with `type` before each exported name that is not among `values`. */
export function markTypes(declarations: string, values: ReadonlySet<string>): string {
  return declarations.replace(/^export \{ (.*) \}/gm, (_, list: string) => {
    const marked = list.split(", ").map((entry) => {
      const exported = entry.split(" ").at(-1) ?? "";
      return values.has(exported) || entry.startsWith("type ") ? entry : `type ${entry}`;
    });
    return `export { ${marked.join(", ")} }`;
  });
}

async function markEntries(dist: string): Promise<void> {
  for (const file of readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name))) {
    const script = dist + file.replace(/\.d\.(c?)ts$/, ".$1js");
    // The chunks that the entries share have no script, and are no entries.
    if (!existsSync(script)) continue;
    const values = new Set(Object.keys((await import(script)) as object));
    writeFileSync(dist + file, markTypes(readFileSync(dist + file, "utf8"), values));
  }
}

const [, started] = process.argv;
if (started === fileURLToPath(import.meta.url)) await markEntries(fileURLToPath(new URL("../dist/", import.meta.url)));
