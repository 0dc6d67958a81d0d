// Why a bar is missed, in words that a number cannot say, by the bar's id. Shown only while it is missed.
export const missedBecause = {};
