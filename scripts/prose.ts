// How many semicolons and colons a sentence of a Markdown page has. Only prose counts: no code, tables, headings, addresses or
// written maps of files, and no colon that leads to a list or follows the term that a list item or paragraph explains.

export interface Paragraph {
  readonly text: string;
  readonly sentences: number;
  /** Semicolons and colons. */
  readonly marks: number;
}

export interface Prose {
  readonly sentences: number;
  readonly marks: number;
  /** Those with the most marks a sentence first. */
  readonly paragraphs: readonly Paragraph[];
}

const FENCE = /^\s*(```|~~~)/;
const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;
const NO_PROSE = /^\s*(?:#|\||<)/;
/** What an item or a paragraph begins with where it explains a term: bold text, code or a link, and a few words around it. */
const TERM =
  /^(?:[\w-]+ ){0,3}(?:\*\*[^*]+\*\*|CODE|LINK)(?:(?:,? (?:and |or )?)(?:\*\*[^*]+\*\*|CODE|LINK))*(?: [\w-]+){0,3}:\s/;

/** Counts the prose of a page. */
export function proseOf(markdown: string): Prose {
  const paragraphs = blocksOf(markdown)
    .map(countMarks)
    .filter(({ sentences }) => sentences > 0)
    .sort((one, other) => other.marks / other.sentences - one.marks / one.sentences || other.marks - one.marks);
  const sum = (of: "sentences" | "marks") => paragraphs.reduce((total, paragraph) => total + paragraph[of], 0);
  return { sentences: sum("sentences"), marks: sum("marks"), paragraphs };
}

interface Block {
  readonly lines: string[];
  /** Whether a list follows, so that a colon at the end leads to it. */
  leadsToList: boolean;
}

/** Paragraphs and list items, each without what is not prose. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let last: Block | undefined;
  let fenced = false;
  for (const line of markdown.replaceAll(/<!--\s*map[\s\S]*?<!--\s*\/map\s*-->|<!--[\s\S]*?-->/g, "").split("\n")) {
    if (FENCE.test(line)) fenced = !fenced;
    const ends = fenced || FENCE.test(line) || line.trim() === "" || NO_PROSE.test(line);
    const item = !ends && LIST_ITEM.test(line);
    if (ends || item) open = undefined;
    if (item && last) last.leadsToList = true;
    if (!ends) {
      if (open === undefined) {
        open = { lines: [], leadsToList: false };
        blocks.push(open);
      }
      open.lines.push(line.replace(LIST_ITEM, "").trim());
      last = open;
    } else if (line.trim() !== "") last = undefined;
  }
  return blocks;
}

function countMarks({ lines, leadsToList }: Block): Paragraph {
  const text = lines.join(" ");
  const prose = text
    .replaceAll(/`[^`]*`/g, "CODE")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, (_, label: string) => (label.includes("CODE") ? "LINK" : label))
    .replaceAll(/<?\bhttps?:\/\/[^\s>)]+>?/g, "LINK")
    .replace(TERM, "TERM ")
    .replace(leadsToList ? /:\s*$/ : /$^/, ".");
  const sentences = prose.split(/(?<=[.!?][)"*_]*)\s+/).filter((sentence) => /\w/.test(sentence)).length;
  return { text, sentences, marks: (prose.match(/[;:]/g) ?? []).length };
}
