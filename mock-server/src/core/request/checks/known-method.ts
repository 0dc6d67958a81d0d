// The check that the path has the method of the request.
import type { ApiTypes } from "../../contract/services.js";
import type { Check } from "../request-context.js";

/** 405 with `Allow` where the path has no such method. */
export function knownMethod<T extends ApiTypes>(): Check<T> {
  return {
    name: "method",
    run: (context) => {
      if (context.operation !== undefined || context.entry === undefined) return undefined;
      const { allow } = context.entry;
      const { method } = context.request;
      return context.refuse({
        kind: "method-not-allowed",
        status: 405,
        message: `Method ${method} is not allowed here. Allowed: ${allow.join(", ")}`,
        allow,
      });
    },
  };
}
