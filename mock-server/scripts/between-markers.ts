// What a command writes into a page that people write besides.

/** The text with other content between two markers, which stay. */
export function betweenMarkers(text: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker}: written by \`npm run generate\` -->`, `<!-- /${marker} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`mock-server/README.md has no "${start}" with "${end}" after it. Add both.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
