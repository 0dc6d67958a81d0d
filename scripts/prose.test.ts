// Every page of the repository is in plain, short sentences: at most 0.3 semicolons and colons in each.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { proseOf } from "./prose.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const MOST = 0.3;
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((page) => page !== "" && !page.startsWith(".github/"));

test.each(pages)("%s has at most 0.3 semicolons and colons a sentence", (page) => {
  const { sentences, marks, paragraphs } = proseOf(readFileSync(`${root}${page}`, "utf8"));
  const rate = marks / Math.max(1, sentences);
  const worst = paragraphs.slice(0, 5).map((each) => `${each.marks} in ${each.sentences}: ${each.text}`);
  expect(
    rate,
    `${page} has ${marks} semicolons and colons in ${sentences} sentences, ${rate.toFixed(2)} each. Shorten these first:\n${worst.join("\n")}`,
  ).toBeLessThanOrEqual(MOST);
});

describe("what is counted", () => {
  const count = (page: string) => {
    const { sentences, marks } = proseOf(page);
    return { sentences, marks };
  };

  test("is each semicolon and colon of a paragraph, by sentence", () => {
    expect(count("One thing: another; a third. And\na second sentence.")).toEqual({ sentences: 2, marks: 2 });
  });

  test("is not code, a table, a heading, an address or a comment", () => {
    const page = [
      "# A: heading",
      "| a: b | c; d |",
      "```ts\nconst a: number = 1;\n```",
      "<!-- a: comment -->",
      "See `a: b` at https://example.com and [there](https://example.com).",
    ];
    expect(count(page.join("\n\n"))).toEqual({ sentences: 1, marks: 0 });
  });

  test("is not the colon that leads to a list or follows its term, and is any other in the list", () => {
    expect(count("There are two:\n\n- **one**: this\n- `two`: that, namely: this")).toEqual({ sentences: 3, marks: 1 });
  });

  test("is the colon that leads to a program", () => {
    expect(count("Run it:\n\n```sh\nnpm start\n```")).toEqual({ sentences: 1, marks: 1 });
  });
});
