// The banner for programs knows every label of every banner.
import { expect, test } from "vitest";
import { type ApiName, apiNames, loadApi } from "../apis.js";
import type { ApiTypes } from "../core/contract/services.js";
import type { CoreMock } from "../core/mock/mock-types.js";
import { createMock } from "../create-mock.js";
import { allFacts, openFacts, unnamedLabels } from "./ready-facts.js";

const url = "http://127.0.0.1:4010";
const prepared = async (api: ApiName, preset: string) => {
  const mock = (await createMock({ api, preset: preset as never, seed: 1 })) as unknown as CoreMock<ApiTypes>;
  const listening = { url, port: 4010, controlToken: undefined, close: () => mock.close() };
  return { mock, listening };
};

test.each(apiNames)("each fact of the banner of %s has a name for programs, whatever the preset", async (api) => {
  for (const preset of Object.keys((await loadApi(api)).presets)) {
    const { mock } = await prepared(api, preset);
    expect(unnamedLabels(mock.banner(url).facts)).toEqual([]);
  }
});

test.each(apiNames)("what is open of %s holds neither its key nor a password", async (api) => {
  const each = await prepared(api, "default");
  const open = JSON.stringify(openFacts(each));
  expect(open).not.toContain(each.mock.apiKey);
  expect(open).not.toMatch(/password|accessToken|apiKey|signIn/);
  expect(allFacts(each).apiKey).toBe(each.mock.apiKey);
});

test("what there is none of is left out", async () => {
  expect(Object.keys(allFacts(await prepared("terminus-hub", "empty")))).not.toContain("users");
  expect(allFacts(await prepared("termix", "fresh"))).toEqual({});
});
