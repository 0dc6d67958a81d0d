// What tests need and the API cannot do.
import { z } from "zod";
import { action } from "../core/actions/action.js";
import type { NewApiState } from "./state.js";

export type NewApiActions = Readonly<ReturnType<typeof actions>>;

export function actions(state: () => NewApiState) {
  return {
    keys: {
      /** Another key, in clear this once. */
      create: action(
        {
          route: "POST /api-keys",
          operationId: "createKey",
          summary: "Another key, shown this once",
          input: { name: z.string().min(1) },
          result: z.object({ id: z.string(), key: z.string() }),
        },
        ({ name }) => {
          const { secret, stored } = state().createKey(name);
          return { id: stored.id, key: secret };
        },
      ),
    },
  };
}
