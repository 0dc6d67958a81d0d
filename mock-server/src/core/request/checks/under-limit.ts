// The check that the caller is under the rate limit.
import type { ApiTypes } from "../../contract/services.js";
import type { Check } from "../request-context.js";

/** 429 once the caller's window is used up; whoever has no credential is not counted. */
export const underLimit: Check<ApiTypes> = {
  name: "rate limit",
  run: (context) => {
    if (context.credential === undefined) return undefined;
    const retryAfter = context.services.limiter.take(context.credential);
    if (retryAfter === undefined) return undefined;
    return context.refuse(
      { kind: "rate-limited", status: 429, retryAfter },
      `${context.credential} is over its limit; its window ends in ${retryAfter} s`,
    );
  },
};
