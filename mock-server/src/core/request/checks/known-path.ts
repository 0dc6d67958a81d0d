// The check that an operation has the path of the request.
import type { ApiTypes } from "../../contract/services.js";
import type { Check } from "../request-context.js";

/** 404 where no operation has this path. */
export function knownPath<T extends ApiTypes>(): Check<T> {
  return {
    name: "known path",
    run: (context) => {
      if (context.entry !== undefined) return undefined;
      const { method } = context.request;
      return context.refuse({
        kind: "unknown-path",
        status: 404,
        message: `No such endpoint: ${method} ${context.path}`,
      });
    },
  };
}
