// `npm start`: builds the mock server if its sources have changed since the last time, then starts it in this process.
import { existsSync } from "node:fs";
import { root, runTurbo } from "./turbo.mjs";

const cli = `${root}mock-server/dist/cli.js`;
const first = !existsSync(cli);
const notice = setTimeout(
  () => console.log(`Building the mock server${first ? "" : ", since its sources have changed"}. This happens once.`),
  first ? 0 : 1_000,
);

const lines = [];
const code = await runTurbo(["run", "build", "--filter=@terminus-hub/mock-server..."], (line) => lines.push(line));
clearTimeout(notice);
if (code !== 0) {
  console.error(lines.join("\n"));
  console.error("The build failed, so nothing was started. Did `npm ci` finish without errors?");
  process.exit(code);
}

process.argv.splice(2, 0, "start");
await import(cli);
