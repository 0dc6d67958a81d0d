// The models that a key opens: those of its own project.
import { handlersFor } from "../../core/contract/handlers.js";
import { projectOf } from "../authentication.js";
import { modelNamed } from "../models.js";
import type { TraylinxTypes } from "../types.js";

export const modelHandlers = handlersFor<TraylinxTypes>()({
  listModels: (_, context) => ({
    status: 200,
    body: { object: "list", data: projectOf(context).models.map((id) => ({ ...modelNamed(id), object: "model" })) },
  }),
});
