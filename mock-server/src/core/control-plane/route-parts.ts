// What the routes of the control plane are made of: their answers, their body, and the app that they are added to.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiTypes } from "../contract/services.js";
import type { CoreMock } from "../mock/mock-types.js";

export type App = OpenAPIHono;

/** The mock that is driven. */
export type Target = CoreMock<ApiTypes>;

const Problem = z
  .object({ error: z.object({ message: z.string() }) })
  .openapi("Problem", { description: "What cannot be done, and what to do instead." });
export const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
export const answered = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: json(schema) },
});
export const done = { 204: { description: "Done." } } as const;
export const problems = {
  400: { description: "What was asked cannot be done.", content: json(Problem) },
  401: { description: "The token is missing or wrong.", content: json(Problem) },
  403: { description: "A web page of another origin asked.", content: json(Problem) },
} as const;
export const bodyProblems = {
  ...problems,
  415: { description: "The body is not sent as JSON.", content: json(Problem) },
} as const;
export const given = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: json(schema) },
});

export const problemBody = (message: string) => ({ error: { message } });
