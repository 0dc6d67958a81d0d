// Generation is the same every time, and staleness is told with the file and the way out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { emit, staleFiles, staleMessage } from "./emit.js";

const sdk = fileURLToPath(new URL("../", import.meta.url));
const everything = () => emit(`${sdk}../spec/openapi/`, `${sdk}src/`);

test("two runs emit the same bytes", async () => {
  expect([...(await everything())]).toEqual([...(await everything())]);
});

test("a file that is missing or differs is stale, and the message names it and the command", async () => {
  const root = `${mkdtempSync(join(tmpdir(), "terminus-hub-generate-"))}/`;
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = await everything();
  for (const [path, text] of files) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
  expect(staleFiles(files, root)).toEqual([]);
  const resources = "src/terminus-hub/generated/resources.ts";
  writeFileSync(root + resources, `${files.get(resources)} `);
  rmSync(`${root}API.md`);
  expect(staleFiles(files, root)).toEqual([resources, "API.md"]);
  expect(staleMessage([resources, "API.md"])).toBe(
    "Stale: sdk/src/terminus-hub/generated/resources.ts, sdk/API.md. Run `npm run generate` and commit the result.",
  );
});

test("the API page has every method, error and option", async () => {
  const page = (await everything()).get("API.md") ?? "";
  for (const text of [
    "#### `hub.apiKeys.create`",
    "hub.records.list(query?: ListRecordsQuery, options?: ListOptions): List<Record, RecordPage, ListRecordsError>",
    "| `RateLimitError` | 429 |",
    "| `maxRetryAfter` | `number` |",
    "| `apiKey` | `SecretSource` |",
    "| `PaginationError` |",
    "| `toArray` |",
    "| `rawBody` |",
  ]) {
    expect(page).toContain(text);
  }
});
