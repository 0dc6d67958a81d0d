// A stranger's project: the packed packages installed in a temporary folder, and the smoke programs beside them.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const smoke = fileURLToPath(new URL("smoke", import.meta.url));
const workspaces = ["spec", "sdk", "mock-server"];

/** Packs and installs; `remove()` takes everything away again. */
export function createConsumer() {
  const unbuilt = workspaces.find((name) => !existsSync(join(root, name, "dist")));
  if (unbuilt) throw new Error(`"${unbuilt}" is not built, so there is nothing to pack. Run \`npm run build\` first.`);
  const folder = mkdtempSync(join(tmpdir(), "terminus-runtimes-"));
  const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  for (const name of workspaces)
    npm(join(root, name), "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const flags = ["--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  npm(folder, "install", ...flags, ...tarballs.map((name) => `./${name}`));
  cpSync(smoke, folder, { recursive: true });
  writeEntries(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes `entries.mjs` and `entries.cjs` for the smoke programs: the entries of the SDK, and the client of every API. */
function writeEntries(folder) {
  const apis = JSON.parse(readFileSync(join(root, "spec/openapi/index.json"), "utf8"));
  const clients = apis.map(({ client }) => client).join(", ");
  const modules = [
    ...apis.map(({ client, entry }) => `import { ${client} } from "${entry}";`),
    'export * as lifecycle from "@terminus-hub/sdk/lifecycle";',
    'export * as sdk from "@terminus-hub/sdk";',
    `export const clients = [${clients}];`,
  ];
  const required = [
    ...apis.map(({ client, entry }) => `const { ${client} } = require("${entry}");`),
    'exports.lifecycle = require("@terminus-hub/sdk/lifecycle");',
    'exports.sdk = require("@terminus-hub/sdk");',
    `exports.clients = [${clients}];`,
  ];
  writeFileSync(join(folder, "entries.mjs"), `${modules.join("\n")}\n`);
  writeFileSync(join(folder, "entries.cjs"), `${required.join("\n")}\n`);
}
