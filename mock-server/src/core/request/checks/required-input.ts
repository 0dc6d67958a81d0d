// The check that everything required is there. It reads all input on the way.
import type { ApiTypes } from "../../contract/services.js";
import { refuseInput } from "../refuse-input.js";
import type { Check } from "../request-context.js";
import { readInput } from "../request-input.js";

/** 400 where something required is not there. Reads all input, so it stands before `validInput`. */
export function requiredInput<T extends ApiTypes>(): Check<T> {
  return {
    name: "missing",
    run: (context) => {
      readInput(context);
      const first = context.issues.find(({ kind }) => kind === "missing");
      return first && refuseInput(context, first, 400);
    },
  };
}
