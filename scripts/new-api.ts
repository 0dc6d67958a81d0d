// `npm run new:api -- acme`: lays the rooms of a smallest API, lists it in the registry and generates the rest.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { layFiles } from "./new-api/lay-files.js";
import { nameProblem } from "./new-api/name-problem.js";
import { namesOf } from "./new-api/names.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const usage = `npm run new:api -- NAME

Lays the files of a new API called NAME in spec, sdk, mock-server and examples. They describe a smallest API that creates,
lists and deletes keys, and they pass every test as they are. The one existing file that it edits by hand is
spec/src/apis.ts, the list of APIs. It then runs "npm run generate".

NAME is in lower case, with single dashes between words, such as acme or big-corp.`;

const given = process.argv.slice(2);
if (given.includes("--help") || given.includes("-h")) {
  console.log(usage);
  process.exit(0);
}
const [name, ...more] = given;
const problem =
  name === undefined
    ? "Name the API, as in: npm run new:api -- acme"
    : more.length > 0
      ? `Give one name, not ${given.length}: npm run new:api -- ${name}`
      : nameProblem(root, name);
if (problem !== undefined) {
  console.error(`${problem} Nothing was written.`);
  process.exit(1);
}

const names = namesOf(String(name));
const laid = layFiles(root, names);
run("node_modules/@biomejs/biome/bin/biome", ["check", "--write", "--log-level=error", ...laid, "spec/src/apis.ts"]);
run("scripts/generate.mjs", []);

console.log(`
${laid.length} files are laid for the ${names.title} API, and the rest is generated. Try it:

  npx turbo run build && node mock-server/dist/cli.js start --api ${name}
  npx vitest run ${name}          in spec, sdk, mock-server or examples: its tests there

Fill in, in this order:

  1. spec/src/${name}/sources.ts         where its facts come from: the vendor's pages, programs, answers
  2. spec/src/${name}/index.ts           its title, description and server
  3. spec/src/${name}/security.ts        how a caller proves who it is, and the form of its keys
  4. spec/src/${name}/errors.ts          how it refuses
  5. spec/src/${name}/api-keys.ts        its routes: one file for each resource
     npm run generate
  6. sdk/src/${name}/traits.ts           its host, its header, and how to read its errors
     sdk/src/${name}/key-store.ts        its keys, for rotation and audit
  7. mock-server/src/${name}/state.ts    what the mock keeps
     mock-server/src/${name}/handlers/   one handler for each operation
     mock-server/src/${name}/actions.ts  what tests need and the API cannot do
  8. mock-server/test/${name}/model.ts   what each request must be answered, written without the mock's code
  9. examples/test/${name}/traffic.ts    one call of each operation, with every parameter and field

To take it back, delete the folders called ${name}, run "git checkout spec/src/apis.ts" and "npm run generate".`);

/** Runs a program of the repository, and ends where it fails. */
function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [root + program, ...args], { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  console.error(
    `${program} failed. The laid files are there: correct what it says, or delete the folders called ${name}.`,
  );
  process.exit(1);
}
