// What an editor completes on a mock: what its user needs, and nothing of its inside.
import { expect, expectTypeOf, test } from "vitest";
import { tinyMock } from "../../../test/tiny-api.js";
import type { ApiTypes } from "../contract/services.js";
import type { Faults } from "../faults/faults.js";
import type { MockClock } from "../time/clock.js";
import type { CoreMock } from "./mock-types.js";

test("the members of a mock, its clock and its faults", () => {
  expectTypeOf<keyof CoreMock<ApiTypes>>().toEqualTypeOf<
    | "api"
    | "apiKey"
    | "banner"
    | "baseUrl"
    | "calls"
    | "clock"
    | "close"
    | "coverage"
    | "environment"
    | "expectCalled"
    | "faults"
    | "fetch"
    | "har"
    | "jsonLines"
    | "listen"
    | "rateLimits"
    | "reset"
    | "restore"
    | "servers"
    | "snapshot"
    | typeof Symbol.asyncDispose
  >();
  expectTypeOf<keyof MockClock>().toEqualTypeOf<
    | "advance"
    | "after"
    | "freeze"
    | "frozen"
    | "httpDate"
    | "iso"
    | "move"
    | "now"
    | "reset"
    | "resume"
    | "sleep"
    | "state"
  >();
  expectTypeOf<keyof Faults>().toEqualTypeOf<"add" | "clear" | "list" | "remove">();
});

test("a console that lists the fields of a mock shows the same, and the actions of its API", () => {
  expect(Object.keys(tinyMock()).sort()).toEqual(["clock", "faults", "fetch", "rateLimits", "tiny"]);
});
