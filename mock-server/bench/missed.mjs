// Why a bar is missed, in words that a number cannot say, by the bar's id. Shown only while it is missed.
export const missedBecause = {
  cpu: "What is more than bare Hono's goes, roughly, to the log (12 us, though its lines are written together), the journal (9), the check of the answer (6), the key's hash (3), and to collecting early what these leave behind (3), which keeps the memory below its bar. Without a socket the bar is held.",
  loaded:
    "It is garbage, not state. After a forced collection 17 MB are in use. What the journal keeps lives long enough to reach V8's old generation, which grows before it is collected. The command has V8 collect early (src/cli/keep-memory-low.ts). Without that it was 137 MB.",
};
