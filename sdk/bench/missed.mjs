// Why a bar is missed, in words that a number cannot say. Kept beside the bench; shown only while one is missed.
export const missedBecause = "";
