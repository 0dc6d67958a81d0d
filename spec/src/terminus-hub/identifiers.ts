// Identifiers in paths and bodies of the Terminus Hub API.
import { z } from "@hono/zod-openapi";
import { inferred, type Marked } from "../provenance.js";

/** `{id}` in a path: an open string, so that a malformed id is simply unknown (404). */
export const pathId = (what: string, example: string) =>
  z.object({
    id: z
      .string()
      .min(1)
      .openapi({
        ...inferred(
          "The operation is documented in prose, the path is not. Ids are open strings: a malformed one is unknown.",
        ),
        param: { name: "id", in: "path" },
        description: `The id of the ${what}.`,
        example,
      }),
  });

/** The id field of an answer. */
export const id = (mark: Marked, description: string, example: string) =>
  z.string().openapi({ ...mark, description, example });

/** Ids in the examples of the document, the same thing always under the same id. */
export const exampleIds = {
  apiKey: "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10",
  workspace: "5f0a3c1e-2d4b-4e6f-8a7c-9b1d2e3f4a50",
  governanceModel: "c3b1a2d4-5e6f-4a7b-9c8d-0e1f2a3b4c50",
  taxonomy: "7a6b5c4d-3e2f-4d1c-8b0a-9f8e7d6c5b40",
  submission: "e4d3c2b1-a0f9-4e8d-9c7b-6a5f4e3d2c10",
  record: "9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10",
} as const;
