// The type of an API's handlers: what each operation receives and what it may answer, from its route.
import type { z } from "zod";
import type { RequestContext } from "../request/request-context.js";
import type { Route } from "../request/routing.js";
import type { ApiTypes } from "./services.js";

type SchemaOf<Content> = Content extends { readonly "application/json": { readonly schema: infer Schema } }
  ? Schema extends z.ZodType
    ? Schema
    : never
  : never;

type Answer<Status, Response> = Response extends { readonly content: infer Content }
  ? {
      readonly status: Status;
      readonly body: z.input<SchemaOf<Content>>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  : { readonly status: Status; readonly body?: undefined; readonly headers?: Readonly<Record<string, string>> };

type StatusOf<Key> = Key extends number ? Key : Key extends `${infer Status extends number}` ? Status : never;

/** Any answer that a route declares, by status, with the body of that status. */
export type ReplyOf<R extends Route> = {
  [Key in keyof R["responses"]]: Answer<StatusOf<Key>, R["responses"][Key]>;
}[keyof R["responses"]];

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type RequestPart<R extends Route, Part extends string> = R extends { readonly request: infer Request }
  ? Part extends keyof Request
    ? Request[Part]
    : undefined
  : undefined;

/** What a handler receives: path parameters, query and body as the route's schemas give them. */
export interface InputOf<R extends Route> {
  readonly params: Output<RequestPart<R, "params">>;
  readonly query: Output<RequestPart<R, "query">>;
  readonly body: RequestPart<R, "body"> extends { readonly content: infer Content }
    ? z.output<SchemaOf<Content>>
    : undefined;
}

/** One handler for each operation: a missing one does not compile, nor does a wrong body. */
export type Handlers<T extends ApiTypes> = {
  readonly [Id in keyof T["routes"]]: (
    input: InputOf<T["routes"][Id]>,
    context: RequestContext<T>,
  ) => ReplyOf<T["routes"][Id]>;
};

/** The handlers of one resource: `handlersFor<T>()({ ... })`. A name that is no operation does not compile. */
export const handlersFor =
  <T extends ApiTypes>() =>
  <Names extends keyof Handlers<T>>(handlers: Pick<Handlers<T>, Names>): Pick<Handlers<T>, Names> =>
    handlers;
