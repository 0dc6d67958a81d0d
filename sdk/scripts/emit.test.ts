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
    "| `key` | `string` | required, **secret** |",
    "| `rows[].data` | `object` | required |",
    "| `limit` | `number` | optional | How many items a page holds at most: 1 to 10000. At least 1, at most 10000, default 100. |",
    '| `status` | `"active" \\| "archived"` | optional |',
    "keyStore(hub: TerminusHub): KeyStore",
    "keyStore(termix: Termix, scope?: TermixKeyScope): KeyStore",
    "parseTime(text: string | null): Date | null",
    "rotateKey(keys: KeyStore, options: RotateOptions): Promise<Rotation>",
    "| `verify` | `(secret: string) => NonNullable<unknown> \\| null` |",
    "#### `auditKeys`",
    "#### `formatAudit`",
    "### `ResponseError`",
    "isSdkError(error: unknown): error is SdkError",
    "| `toArray(options?: { max?: number }): Promise<Item[]>` |",
    "| `rawBody(): string` |",
  ]) {
    expect(page).toContain(text);
  }
});

test("the API page tells of ConflictError under the clients that export it, and nowhere else", async () => {
  const page = (await everything()).get("API.md") ?? "";
  const sections = page.split(/^## /m).filter((section) => section.includes("### `ConflictError`"));
  expect(sections.map((section) => /`(@terminus-hub\/sdk\/\w+)`/.exec(section)?.[1])).toEqual([
    "@terminus-hub/sdk/termix",
    "@terminus-hub/sdk/mutx",
  ]);
});
