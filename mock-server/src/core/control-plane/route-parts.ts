// What the routes of the control plane are made of: the app that they are added to, the mock that they drive, and how they refuse.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiTypes } from "../contract/services.js";
import type { CoreMock } from "../mock/mock-types.js";

export type App = OpenAPIHono;

/** The mock that is driven. */
export type Target = CoreMock<ApiTypes>;

export const Problem = z
  .object({ error: z.object({ message: z.string() }) })
  .openapi("Problem", { description: "What cannot be done, and what to do instead." });
export const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
export const problemBody = (message: string) => ({ error: { message } });
