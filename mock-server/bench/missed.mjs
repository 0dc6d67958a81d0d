// Why a bar is missed, in words that a number cannot say, by the bar's id. Shown only while it is missed.
export const missedBecause = {
  cpu: "What is more than bare Hono's goes, roughly, to the log, which writes each line by itself (20 us), the journal (9), the check of the answer (6), the query (4), the key's hash (3), and to collecting what these leave behind. With `--log silent` it is 2.0x to 2.4x; without a socket the bar is held.",
  loaded:
    "It is garbage, not state: after a forced collection 17 MB are in use. What the journal keeps lives long enough to reach V8's old generation, which grows before it is collected. With `--heap-growing-percent=20` and `--semi-space-growth-factor=1` the same server stays at 86 MB, for 7 us more per request.",
};
