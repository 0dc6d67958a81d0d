// What a consumer's bundle grows by: an entry with openapi-fetch inside, minified, gzipped.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";

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

export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

async function sizeOf(options: BuildOptions): Promise<Size> {
  const { contents } = await bundle(options);
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}

/** Bytes of `entry` (a path below `sdk`) after esbuild --minify and gzip -9. */
export function bundleSize(entry: string): Promise<Size> {
  return sizeOf({ entryPoints: [entry] });
}

/** What each operation adds to a bundle of `entry`, gzipped: the size with all of `resources` less the size without its method. */
export async function operationSizes(entry: string, resources: string): Promise<Map<string, number>> {
  const path = sdk + resources;
  const text = readFileSync(path, "utf8");
  const sizeWith = async (contents: string) => {
    const plugin: Plugin = {
      name: "resources",
      setup({ onLoad }) {
        onLoad({ filter: /resources\.ts$/ }, (file) => (file.path === path ? { contents, loader: "ts" } : undefined));
      },
    };
    return (await sizeOf({ entryPoints: [entry], plugins: [plugin] })).gzipped;
  };
  const whole = await sizeWith(text);
  const sizes = new Map<string, number>();
  for (const { index, 0: method, 1: name = "" } of text.matchAll(/^ {2}(\w+)\(.*\{\n {4}return .*;\n {2}\}\n/gm)) {
    const [, resource = ""] = [...text.slice(0, index).matchAll(/^export class (\w+) extends Resource/gm)].at(-1) ?? [];
    sizes.set(
      `${resource}.${name}`,
      whole - (await sizeWith(text.slice(0, index) + text.slice(index + method.length))),
    );
  }
  return sizes;
}

/** The source files of which anything is left in a bundle of `code` (a module that lies in `sdk`). */
export async function bundledFiles(code: string): Promise<string[]> {
  const { inputs } = await bundle({ stdin: { contents: code, resolveDir: sdk, loader: "ts" } });
  return Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0);
}
