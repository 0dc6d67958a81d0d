// The fenced code blocks of a Markdown file.
import { readFileSync } from "node:fs";

export interface Block {
  readonly language: string;
  /** What follows the language in the opening fence, such as `vitest`; it says how the block is run. */
  readonly kind?: string;
  /** The heading above it. */
  readonly heading: string;
  readonly text: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

export function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let open: { head: Omit<Block, "text">; lines: string[] } | undefined;
  for (const [index, text] of readFileSync(file, "utf8").split("\n").entries()) {
    const fence = /^```(\w*)(?: (\S+))?/.exec(text);
    if (!fence) {
      open?.lines.push(text);
      heading = (open ? undefined : /^#+ (.*)$/.exec(text)?.[1]) ?? heading;
    } else if (open) {
      blocks.push({ ...open.head, text: open.lines.join("\n") });
      open = undefined;
    } else {
      const [, language = "", kind] = fence;
      open = { head: { language, ...(kind && { kind }), heading, line: index + 1 }, lines: [] };
    }
  }
  return blocks;
}

/** The commands of a shell block, without comments. */
export const commandsOf = ({ text }: Block) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
