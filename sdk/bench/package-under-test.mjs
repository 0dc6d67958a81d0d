// The SDK as a user gets it: its tarball, unpacked among the rivals in `node_modules`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sdk = fileURLToPath(new URL("../", import.meta.url));
const target = fileURLToPath(new URL("node_modules/@terminus-hub/sdk", import.meta.url));

/** Unpacks; `remove()` takes it away again. */
export function unpackSdk() {
  if (!existsSync(join(sdk, "dist/index.js"))) {
    throw new Error("The SDK is not built, so there is nothing to measure. Run `npm run build` first.");
  }
  const folder = mkdtempSync(join(tmpdir(), "sdk-bench-"));
  try {
    const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      cwd: sdk,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ filename }] = JSON.parse(packed.toString());
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { remove: () => rmSync(target, { recursive: true, force: true }) };
}
