// Adds a route to the control plane, with its part of the document: what it takes, what it answers, and what it does.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiTypes } from "../contract/services.js";
import type { CoreMock } from "../mock/mock-types.js";

export type App = OpenAPIHono;

/** The mock that is driven. */
export type Target = CoreMock<ApiTypes>;

interface Parts<Params, Query, Body, Result> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** What the answer is, and its body. Absent where there is none. */
  readonly answer?: readonly [description: string, schema: Result];
  /** Of the answer, if it is another than 200 or 204. */
  readonly status?: 201;
  /** Anybody may ask, without the token. */
  readonly isOpen?: true;
  readonly run: (input: {
    readonly params: Input<Params>;
    readonly query: Input<Query>;
    readonly body: Input<Body>;
  }) => Shown<z.input<Result>> | Promise<Shown<z.input<Result>>>;
}

/** As JSON is: a field that is absent is never undefined. */
type Sent<Value> = Value extends object ? { [Key in keyof Value]: Sent<Exclude<Value[Key], undefined>> } : Value;
type Shown<Value> = Value extends object ? { readonly [Key in keyof Value]: Shown<Value[Key]> } : Value;
type Input<Schema> = Sent<z.output<Schema extends z.ZodType ? Schema : z.ZodUndefined>>;

const Problem = z
  .object({ error: z.object({ message: z.string() }) })
  .openapi("Problem", { description: "What cannot be done, and what to do instead." });
export const problemBody = (message: string) => ({ error: { message } });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const problem = (description: string) => ({ description, content: json(Problem) });
export const problems = {
  400: problem("What was asked cannot be done."),
  401: problem("The token is missing or wrong."),
  403: problem("A web page of another origin asked."),
};

export function addRoute<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Result extends z.ZodType = z.ZodVoid,
>(
  app: App,
  line: `${"GET" | "POST" | "PUT" | "DELETE"} /${string}`,
  operationId: string,
  summary: string,
  { params, query, body, answer, status, isOpen, run }: Parts<Params, Query, Body, Result>,
): void {
  const [method = "", path = ""] = line.split(" ");
  const route = createRoute({
    operationId,
    summary,
    method: method.toLowerCase() as "get",
    path,
    ...(isOpen && { security: [] }),
    request: {
      ...(params !== undefined && { params }),
      ...(query !== undefined && { query }),
      ...(body !== undefined && { body: { required: true, content: json(body) } }),
    },
    responses: {
      ...(answer === undefined
        ? { 204: { description: "Done." } }
        : { [status ?? 200]: { description: answer[0], content: json(answer[1]) } }),
      ...problems,
      ...(body !== undefined && { 415: problem("The body is not sent as JSON.") }),
    },
  });
  app.openapi(route, async (context) => {
    const request = context.req as unknown as { valid(part: "param" | "query" | "json"): never };
    const value = await run({
      params: (params && request.valid("param")) as never,
      query: (query && request.valid("query")) as never,
      body: (body && request.valid("json")) as never,
    });
    return (answer === undefined ? context.body(null, 204) : context.json(value as object, status ?? 200)) as never;
  });
}
