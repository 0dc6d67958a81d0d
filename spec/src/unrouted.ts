// Answers that belong to no operation, in the shape that every API of this package gives them.
import type { UnroutedResponse } from "./define-api.js";
import type { Marked } from "./provenance.js";

/** An answer of no operation, with the component `ErrorEnvelope` as its body unless another is named. */
export const unrouted = (
  description: string,
  mark: Marked,
  example: object,
  { headers, schema = "ErrorEnvelope" }: { headers?: Readonly<Record<string, object>>; schema?: string } = {},
): UnroutedResponse => ({
  description,
  ...mark,
  ...(headers && { headers }),
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, example } },
});

/** What a server says of requests that no operation ever sees, by status. */
export const unreadable = {
  400: "What arrived is no readable HTTP request.",
  405: "The path exists, the method does not; `Allow` lists those that do.",
  408: "The request did not arrive in time.",
  417: "The `Expect` header asks for what this server does not do.",
  431: "The request's headers are too large.",
} as const;

/** The header of a 405; `example` lists methods. */
export const allowHeader = (example: string, mark: Marked) => ({
  Allow: {
    description: "The methods this path has, comma-separated.",
    required: true,
    schema: { type: "string" },
    example,
    ...mark,
  },
});
