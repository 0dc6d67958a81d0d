// Lines may wait for a moment; none may be lost, and none may overtake another.
import { execFileSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lineWriter } from "./line-writer.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function writes() {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on("data", (chunk) => chunks.push(String(chunk)));
  return { chunks, ...lineWriter(stream) };
}

test("writes the lines of a moment together, in order", () => {
  const { chunks, write } = writes();
  write("one");
  write("two");
  expect(chunks).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(chunks).toEqual(["one\ntwo\n"]);
  write("three");
  vi.advanceTimersByTime(20);
  expect(chunks).toEqual(["one\ntwo\n", "three\n"]);
});

test("flushes at once when asked, and does not write twice", () => {
  const { chunks, write, flush } = writes();
  write("one");
  flush();
  flush();
  vi.advanceTimersByTime(100);
  expect(chunks).toEqual(["one\n"]);
});

test("writes what waits when the process exits", () => {
  const file = fileURLToPath(new URL("line-writer.ts", import.meta.url));
  const program = `import(${JSON.stringify(file)}).then(({ lineWriter }) => { lineWriter(process.stdout).write("last words"); process.exit(0); });`;
  const output = execFileSync(process.execPath, ["--import", "tsx", "-e", program], { encoding: "utf8" });
  expect(output).toBe("last words\n");
});
