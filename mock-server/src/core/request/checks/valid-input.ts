// The check that the input is what the schemas of the operation say.
import type { ApiTypes } from "../../contract/services.js";
import { refuseInput } from "../refuse-input.js";
import type { Check } from "../request-context.js";

/** 422 where something is not what it must be. */
export function validInput<T extends ApiTypes>(): Check<T> {
  return {
    name: "invalid",
    run: (context) => {
      const first = context.issues[0];
      return first && refuseInput(context, first, 422);
    },
  };
}
