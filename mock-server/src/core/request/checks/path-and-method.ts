// The checks of where a request goes: that an operation has its path, and that the path has its method.
import type { ApiTypes } from "../../contract/services.js";
import type { Check } from "../request-context.js";

/** 404 where no operation has this path. */
export const knownPath: Check<ApiTypes> = {
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

/** 405 with `Allow` where the path has no such method. */
export const knownMethod: Check<ApiTypes> = {
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
