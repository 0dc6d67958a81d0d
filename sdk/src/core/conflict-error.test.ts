// 409 has a class of its own, recognised across copies like the others.
import { expect, test } from "vitest";
import { ConflictError, errorClassWithConflict } from "./conflict-error.js";
import { isSdkError, NotFoundError, ResponseError } from "./errors.js";

test("409 becomes a ConflictError, every other status what it is elsewhere", () => {
  expect(errorClassWithConflict(409)).toBe(ConflictError);
  expect(errorClassWithConflict(404)).toBe(NotFoundError);
});

test("a ConflictError is an error of the SDK, by name and by class", () => {
  const answer = { status: 409, headers: new Headers(), text: "{}", time: 0 };
  const error = new ConflictError("taken", answer, () => null);
  expect(isSdkError(error)).toBe(true);
  expect(error).toBeInstanceOf(ResponseError);
  expect(error).toBeInstanceOf(ConflictError);
  expect(error).not.toBeInstanceOf(NotFoundError);
  expect(error.name).toBe("ConflictError");
});
