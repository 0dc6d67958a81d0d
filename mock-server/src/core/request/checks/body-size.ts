// The check that the body is not too large.
import type { ApiTypes } from "../../contract/services.js";
import type { Check } from "../request-context.js";

/** 413 where the operation takes a body and this one is larger than the API takes. */
export function bodySize<T extends ApiTypes>(): Check<T> {
  return {
    name: "size",
    needsBody: true,
    run: (context) => {
      if (context.read !== "too-large" || context.operation?.body === undefined) return undefined;
      const { maxBodyBytes } = context.api;
      return context.refuse({
        kind: "too-large",
        status: 413,
        message: `Request body is larger than ${maxBodyBytes} bytes`,
      });
    },
  };
}
