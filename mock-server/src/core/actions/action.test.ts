// An action: a method that checks what it is given, a route that does the same, and a form.
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { ask } from "../../../test/asking.js";
import { apiNames } from "../../apis.js";
import { createMock } from "../../index.js";
import { internalsOf } from "../mock/mock-internals.js";
import { closed, lifetime } from "../state/schema-problem.js";
import { action, actionsOf } from "./action.js";

const things = {
  make: action(
    {
      route: "POST /things",
      operationId: "makeThing",
      summary: "A thing",
      input: { name: z.string(), expiresIn: lifetime.prefault("1s").describe("How long it lasts.") },
    },
    ({ name, expiresIn }) => void [name, expiresIn],
  ),
  wait: action(
    { summary: "Waits", input: { left: z.int().optional() }, result: z.int(), async: true },
    async ({ left = 0 }) => left,
  ),
  move: action(
    { summary: "Moves", input: { to: z.string(), by: z.int().optional() }, args: ["to", "by"], result: z.string() },
    (to, by: number = 1) => `${to} by ${by}`,
  ),
  count: action({ summary: "Counts", result: z.int() }, () => 3),
};

describe("a method", () => {
  test("takes a request, nothing, or values one after the other, as its type says", async () => {
    expectTypeOf(things.make).parameters.toEqualTypeOf<[{ name: string; expiresIn?: string | number | undefined }]>();
    expectTypeOf(things.wait).parameters.toEqualTypeOf<[{ left?: number | undefined }?]>();
    expectTypeOf(things.wait).returns.toEqualTypeOf<Promise<number>>();
    expectTypeOf(things.move).parameters.toEqualTypeOf<[to: string, by?: number]>();
    expectTypeOf(things.count).toEqualTypeOf<() => number>();
    expect([await things.wait(), things.move("left"), things.move("left", 2), things.count()]).toEqual([
      0,
      "left by 1",
      "left by 2",
      3,
    ]);
  });

  test("refuses what its schemas refuse, under the name it has on the mock", async () => {
    expect(actionsOf({ things, other: 3 }).map(({ name }) => name)).toEqual(
      Object.keys(things).map((name) => `things.${name}`),
    );
    expect(() => things.make({ name: 3 } as never)).toThrow("things.make().name must be a string, not 3.");
    expect(() => things.make({ nam: "x" } as never)).toThrow("things.make().name is missing.");
    expect(() => things.move(3 as never)).toThrow("things.move().to must be a string, not 3.");
    await expect(things.wait({ left: 0.5 })).rejects.toThrow("things.wait().left must be a whole number, not 0.5.");
  });
});

describe.each(apiNames)("the actions of %s", (api) => {
  test("have names, routes and operations of their own, and a form with a type for each field", async () => {
    const { actions } = internalsOf(await createMock({ api, seed: 1 }));
    for (const names of [
      actions.map(({ name }) => name),
      actions.flatMap(({ route = [] }) => route),
      actions.flatMap(({ operationId = [] }) => operationId),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { input, summary, route, operationId } of actions) {
      expect([summary, operationId === undefined]).toEqual([expect.stringMatching(/^[A-Z]/), route === undefined]);
      const { properties = {} } = z.toJSONSchema(closed(input), { io: "input" });
      for (const name of Object.keys(input)) expect(properties[name]).toMatchObject({ type: expect.anything() });
    }
  });

  test("are operations of the control plane's document, each under its route", async () => {
    const mock = await createMock({ api, seed: 1 });
    const { paths } = (await ask(mock, "GET /openapi.json")).body;
    for (const { route, operationId } of internalsOf(mock).actions) {
      const [method = "", path = ""] = route?.split(" ") ?? [];
      if (route !== undefined) expect(paths[`/__mock${path}`][method.toLowerCase()].operationId).toBe(operationId);
    }
  });
});

test("what a GET takes besides its path travels in the query", async () => {
  const mock = await createMock({ seed: 1 });
  const [, second] = mock.accounts.list();
  const listed = await ask(mock, `GET /taxonomies?account=${second?.id}`);
  expect(listed.body.taxonomies).toEqual(mock.taxonomies.list(second?.id));
  expect(listed.body.taxonomies).not.toEqual(mock.taxonomies.list());
  expect((await ask(mock, "GET /taxonomies?acount=x")).body.error.message).toBe(
    'query has no "acount"; known are: account.',
  );
});
