// What a consumer's bundle grows by: an entry with openapi-fetch inside, minified, gzipped.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of `entry` (a path below `sdk`) after esbuild --minify and gzip -9. */
export async function bundleSize(entry: string): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: new URL("../", import.meta.url).pathname,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild wrote nothing for ${entry}.`);
  return { minified: file.contents.length, gzipped: gzipSync(file.contents, { level: 9 }).length };
}
