// Which names a new API can have.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listedApis } from "../package-entries.js";
import { nameProblem } from "./name-problem.js";
import { namesOf } from "./names.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("a name has one form for each place in code", () => {
  expect(namesOf("big-corp")).toEqual({
    name: "big-corp",
    variable: "bigCorp",
    client: "BigCorp",
    env: "BIG_CORP",
    title: "Big Corp",
    prefix: "bigcorp_",
  });
});

test.each(["big-corp", "s3", "a1-b2"])("%s can be used", (name) => {
  expect(nameProblem(root, name)).toBeUndefined();
});

describe("a name is refused", () => {
  test.each(listedApis().map(({ name }) => name))("that is taken: %s", (name) => {
    expect(nameProblem(root, name)).toContain(`There is an API called ${name} already`);
  });

  test.each(["", "Acme", "a_b", "a--b", "-a", "a-", "9a", "a b", "../a", "a/b", "ä", "x".repeat(31)])(
    "that is not valid: %j",
    (name) => {
      expect(nameProblem(root, name)).toContain("cannot name an API. Use lower-case letters and digits");
    },
  );

  test.each([
    ...["all", "core", "lifecycle", "judge", "msw", "vitest", "generated", "new-api", "index", "apis", "judge", "con"],
    ...["delete", "type", "await", "fetch", "promise", "url"],
    ...["keys", "state", "call", "list", "resource", "client"],
  ])("that means something else: %s", (name) => {
    expect(nameProblem(root, name)).toContain("is reserved");
  });

  test("that shares its client, its variable or its environment with another", () => {
    const [{ env } = { env: "" }] = listedApis();
    expect(nameProblem(root, env.toLowerCase())).toContain("is too close to");
    expect(nameProblem(root, "terminushub")).toContain("is too close to terminus-hub");
  });
});
