// Why a bar is missed, in words that a number cannot say, by the bar's id. Shown only while it is missed.
export const missedBecause = {
  loopback:
    "Part of it is not code of this package. The timeout needs an AbortSignal, and Node's fetch with any signal reached 91 to 104 % of its own calls without one in earlier runs. The rest is redaction, retries and reading the whole body within the time limit. Runs differ by about four points, and one of an hour before reached 90.2 %.",
};
