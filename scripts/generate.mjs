// `npm run generate`: writes every generated file, package by package. What a package refuses is all that it prints.
import { spawnSync } from "node:child_process";
import { root, runTurbo } from "./turbo.mjs";

const tsx = `${root}node_modules/tsx/dist/cli.mjs`;

/** Ends the command if the package has refused. The packages after it stand on what it writes. */
function generate(name) {
  const { status } = spawnSync(process.execPath, [tsx, "scripts/generate.ts"], { cwd: root + name, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

generate("spec");
generate("sdk");

// The mock server reads the routes from the built spec, and so does an editor.
const lines = [];
const code = await runTurbo(["run", "build", "--filter=@terminus-hub/spec"], (line) => lines.push(line));
if (code !== 0) {
  console.error(lines.join("\n"));
  process.exit(code);
}
generate("mock-server");
console.log("Every generated file is up to date.");
