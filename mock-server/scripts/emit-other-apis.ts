// The README's table of what sets the APIs after the first apart: presets, variables and actions, as their mocks have them.

import type { ListedApi } from "../../scripts/package-entries.js";
import type { MockApi } from "../src/core/contract/mock-api.js";
import type { ApiTypes } from "../src/core/contract/services.js";
import { buildMock } from "../src/core/mock/build-mock.js";
import { internalsOf } from "../src/core/mock/mock-internals.js";
import { betweenMarkers } from "./between-markers.js";

const FIRST_PORT = 4010;

const code = (text: string): string => `\`${text}\``;
const inCode = (texts: Iterable<string>): string => [...texts].map(code).join(", ");

/** The names of actions, each resource named once: `users.list`, `create`; `logins.leave`. */
function inResources(names: readonly string[]): string {
  const resource = (name: string): string => name.slice(0, name.indexOf(".") + 1);
  const follows = (name: string, place: number): boolean => resource(name) === resource(names[place - 1] ?? "");
  return names
    .map((name, place) => (follows(name, place) ? `, ${code(name.slice(resource(name).length))}` : `; ${code(name)}`))
    .join("")
    .slice(2);
}

async function factsOf({ name }: ListedApi, place: number): Promise<readonly string[]> {
  const { mockApi } = (await import(`../src/${name}/mock.ts`)) as { readonly mockApi: MockApi<ApiTypes> };
  const mock = buildMock(mockApi, { seed: 1 }, { listen: () => Promise.reject(), version: "" });
  const { actions } = internalsOf(mock);
  const paths = new Set(actions.flatMap(({ route }) => route?.split(" ").slice(1) ?? []));
  return [
    code(name),
    String(FIRST_PORT + 1 + place),
    inCode(Object.keys(mockApi.presets)),
    inCode(Object.keys(mock.environment(mock.baseUrl))),
    inResources(actions.map((action) => action.name)),
    inCode(paths),
  ];
}

/** The README with a row of facts for each API after the first. */
export async function withOtherApis(readme: string, [, ...others]: readonly ListedApi[]): Promise<string> {
  const head = ["", "port with `--api all`", "presets", "variables of `exec`", "actions", "the same under `/__mock`"];
  const facts = await Promise.all(others.map(factsOf));
  const [names = [], ...rows] = head.map((label, row) => [label, ...facts.map((column) => column[row] ?? "")]);
  const lines = [names, names.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return betweenMarkers(readme, "other-apis", lines.join("\n"));
}
