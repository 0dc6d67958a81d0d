// Checks each package as it is published: publint reads the manifest against the files, attw the types as each resolution sees them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packed } from "./packed.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Resolutions that nobody needs any more: Node before 12.7 knows no `exports`. */
const IGNORED = ["node10"];

async function problemsOf(workspace: string): Promise<string[]> {
  const tarball = readFileSync(packed(workspace));
  const manifest = JSON.parse(readFileSync(`${root}${workspace}/package.json`, "utf8")) as { readonly name: string };
  const bytes = new Uint8Array(tarball);
  const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  const { packageName, ...types } = await checkPackage(createPackageFromTarballData(bytes));
  if (types.types === false) return [`${packageName} has no types.`];
  const wrong = types.problems.filter(
    (problem) => !("resolutionKind" in problem && IGNORED.includes(problem.resolutionKind)),
  );
  return [
    ...messages.map((message) => `${manifest.name}: ${formatMessage(message, manifest) ?? message.code}`),
    ...wrong.map((problem) => `${manifest.name}: ${JSON.stringify(problem)}`),
  ];
}

const problems = (await Promise.all(["spec", "sdk", "mock-server"].map(problemsOf))).flat();
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log("The packages are as their manifests and types say, by publint and attw.");
process.exitCode = problems.length === 0 ? 0 : 1;
