// Why a bar is missed, in words that a number cannot say. Shown only while one is missed.
export const missedBecause = "";
