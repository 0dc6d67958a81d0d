// Texts in a ring of bytes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextRing } from "./text-ring.js";

test("what was kept is read back, whatever its characters", () => {
  const ring = new TextRing(65_536);
  const texts = ["", "plain", "é\u{1f4a9}", "\ufeffmark", "x".repeat(9_000)];
  const kept = texts.map((text) => ring.keep(text));
  expect(kept.map((each) => ring.read(each))).toEqual(texts);
});

test("newer texts take the place of the oldest, and a text is whole or gone", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 40, unit: "grapheme" }), { minLength: 50, maxLength: 300 }),
      (texts) => {
        const ring = new TextRing(20_000);
        const long = texts.map((text) => text.repeat(8));
        const kept = long.map((text) => ring.keep(text));
        const read = kept.map((each) => ring.read(each));
        const firstKept = read.findIndex((text) => text !== undefined);
        read.forEach((text, i) => {
          expect(text).toBe(i < firstKept ? undefined : long[i]);
        });
        expect(read.at(-1)).toBe(long.at(-1));
      },
    ),
    { numRuns: 30 },
  );
});

test("cleared, it holds nothing", () => {
  const ring = new TextRing(20_000);
  const kept = ring.keep("x");
  ring.clear();
  expect(ring.read(kept)).toBeUndefined();
});
