// What tests need and an API cannot do, said once: a declaration is a method of the mock, a route of its control plane with its document, and a form.
import type { z } from "zod";
import { closed, parseOrThrow } from "../state/schema-problem.js";

type Shape = Readonly<Record<string, z.ZodType>>;
type Given<Input extends Shape> = z.input<z.ZodObject<Input>>;
type Read<Input extends Shape> = z.output<z.ZodObject<Input>>;
type ReadInOrder<Input extends Shape, Names extends readonly (keyof Input)[]> = {
  [Index in keyof Names]: z.output<Input[Names[Index]]>;
};
type Shown<Result extends z.ZodType> = z.input<Result> | Promise<z.input<Result>>;

interface Declaration<Input extends Shape, Result extends z.ZodType> {
  /** Method and path below `/__mock`, such as `PUT /users/{username}`. Without it the mock has the method and the control plane no route. */
  readonly route?: `${"GET" | "POST" | "PUT" | "DELETE"} /${string}`;
  readonly operationId?: string;
  /** One line, for the document and the form. */
  readonly summary: string;
  /** All that is asked for. A field that the path names travels there, the others in the body, or in the query of a GET. */
  readonly input?: Input;
  readonly result?: Result;
  /** The field that holds the result in the answer of the control plane. Without it the result is the answer. */
  readonly resultField?: string;
  /** The method answers with a promise, which rejects where its input is refused. */
  readonly async?: true;
}

/** An action as the control plane takes it and a form shows it. */
export interface BoundAction extends Declaration<Shape, z.ZodType> {
  /** How the mock calls it, such as `users.create`. */
  name: string;
  readonly input: Shape;
  /** Takes input that the schemas have read. */
  readonly run: (input: Readonly<Record<string, unknown>>) => unknown;
}

type Method<Input extends Shape, Output> = keyof Input extends never
  ? () => Output
  : Record<never, never> extends Given<Input>
    ? (request?: Given<Input>) => Output
    : (request: Given<Input>) => Output;

const ACTION = Symbol("action");

/** A method that takes its input one value after the other, in the order of `args`. */
export function action<
  const Input extends Shape,
  const Names extends readonly (keyof Input & string)[],
  Run extends (...args: ReadInOrder<Input, Names>) => Shown<Result>,
  Result extends z.ZodType = z.ZodVoid,
>(declaration: Declaration<Input, Result> & { readonly args: Names }, run: Run): Run;
/** A method that takes one object with all of its input. */
export function action<
  Output extends Shown<Result>,
  const Input extends Shape = Record<never, never>,
  Result extends z.ZodType = z.ZodVoid,
>(declaration: Declaration<Input, Result>, run: (request: Read<Input>) => Output): Method<Input, Output>;
export function action(
  { args, input = {}, ...rest }: Declaration<Shape, z.ZodType> & { readonly args?: readonly string[] },
  run: (...given: never[]) => unknown,
): unknown {
  const request = closed(input);
  const bound: BoundAction = {
    ...rest,
    name: "",
    input,
    run: (read) => run(...((args?.map((name) => read[name]) ?? [read]) as never[])),
  };
  const call = (...given: unknown[]) => {
    const value = args === undefined ? (given[0] ?? {}) : Object.fromEntries(args.map((name, i) => [name, given[i]]));
    return bound.run(parseOrThrow(request, value, `${bound.name}()`));
  };
  const method = rest.async ? async (...given: unknown[]) => call(...given) : call;
  return Object.defineProperty(method, ACTION, { value: bound });
}

/** The actions among what an API adds to its mocks, in the order of their declaration. Each learns its name. */
export function actionsOf(added: object): BoundAction[] {
  return Object.entries(Object.getOwnPropertyDescriptors(added)).flatMap(([group, { value }]) =>
    Object.entries(Object(value)).flatMap(([name, method]) => {
      const { [ACTION]: bound } = Object(method) as { readonly [ACTION]?: BoundAction };
      if (bound !== undefined) bound.name = `${group}.${name}`;
      return bound ?? [];
    }),
  );
}
