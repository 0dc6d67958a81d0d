// What a consumer's bundle grows by: an entry with openapi-fetch inside, minified, gzipped.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

const sdk = fileURLToPath(new URL("../", import.meta.url));

async function bundle(options: BuildOptions) {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: sdk,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const [file] = outputFiles ?? [];
  if (!file || !metafile) throw new Error("esbuild wrote nothing, so there is no size to tell.");
  const [output] = Object.values(metafile.outputs);
  return { contents: file.contents, inputs: output?.inputs ?? {} };
}

/** Bytes of `entry` (a path below `sdk`) after esbuild --minify and gzip -9. */
export async function bundleSize(entry: string): Promise<{ minified: number; gzipped: number }> {
  const { contents } = await bundle({ entryPoints: [entry] });
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}

/** The source files of which anything is left in a bundle of `code` (a module that lies in `sdk`). */
export async function bundledFiles(code: string): Promise<string[]> {
  const { inputs } = await bundle({ stdin: { contents: code, resolveDir: sdk, loader: "ts" } });
  return Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0);
}
