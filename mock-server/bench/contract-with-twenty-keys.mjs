// The contract, its example of the key list replaced by twenty keys: what servers that answer from examples are given.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyList, listPath } from "../../scripts/bench/key-list.mjs";

const contract = new URL("../../spec/openapi/terminus-hub.json", import.meta.url);

/** Writes the document to a temporary folder; `remove()` takes it away again. */
export function writeContract() {
  const document = JSON.parse(readFileSync(contract, "utf8"));
  document.paths[listPath].get.responses["200"].content["application/json"].example = keyList;
  const folder = mkdtempSync(join(tmpdir(), "mock-bench-"));
  const path = join(folder, "terminus-hub.json");
  writeFileSync(path, JSON.stringify(document));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
