// The files through which the mock server finds each API by its name.
import type { ListedApi } from "../../scripts/package-entries.js";

const key = (name: string): string => (/^\w+$/.test(name) ? name : JSON.stringify(name));

const head =
  "// Generated from spec/openapi/index.json. Do not edit: change spec/src/apis.ts and run `npm run generate`.\n";
const byName = (apis: readonly ListedApi[]) => [...apis].sort((a, b) => (a.name < b.name ? -1 : 1));

/** `src/generated/public-types.ts`: the types that each API's own `index.ts` exports. */
export const emitPublicTypes = (apis: readonly ListedApi[]): string =>
  `${head}${byName(apis)
    .map(({ name }) => `export type * from "../${name}/index.js";\n`)
    .join("")}`;

/** `src/generated/apis.ts`: the types, the title and the loader of each API. */
export function emitApis(apis: readonly ListedApi[]): string {
  return `${head}import type { MockApi } from "../core/contract/mock-api.js";
${byName(apis)
  .map(({ name, client }) => `import type { ${client}Types } from "../${name}/types.js";`)
  .join("\n")}

/** The types of each API, by its name. */
export interface ApiTypesByName {
${apis.map(({ name, client }) => `  readonly ${key(name)}: ${client}Types;`).join("\n")}
}

/** The title of each API's contract, by its name. */
export const apiTitles = {
${apis.map(({ name, title }) => `  ${key(name)}: ${JSON.stringify(title)},`).join("\n")}
} as const;

type Loaders = { readonly [Name in keyof ApiTypesByName]: () => Promise<MockApi<ApiTypesByName[Name]>> };

/** Loads each API when it is first asked for. */
export const loaders: Loaders = {
${apis.map(({ name }) => `  ${key(name)}: async () => (await import("../${name}/mock.js")).mockApi,`).join("\n")}
};
`;
}
