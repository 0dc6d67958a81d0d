// The README's tables of what the state of each API may say, from the tables that the mock itself keeps it by.

import type { ListedApi } from "../../scripts/package-entries.js";
import type { MockApi } from "../src/core/contract/mock-api.js";
import type { ApiTypes } from "../src/core/contract/services.js";
import { betweenMarkers } from "./between-markers.js";
import { describeTable } from "./describe-table.js";

const HEAD = ["| field | type | if absent | what it is |", "|---|---|---|---|"];

async function stateTable({ name }: ListedApi): Promise<string> {
  const { mockApi } = (await import(`../src/${name}/mock.ts`)) as { readonly mockApi: MockApi<ApiTypes> };
  const rows = describeTable(mockApi.stateTable).map(
    ({ field, type, ifAbsent, about }) => `| \`${field}\` | ${type} | ${ifAbsent} | ${about} |`,
  );
  return [...HEAD, ...rows].join("\n");
}

/** The README with the table of the first API between one pair of markers, and those of the others between another. */
export async function withStateTables(readme: string, [first, ...others]: readonly ListedApi[]): Promise<string> {
  const tables = await Promise.all(others.map(async (api) => `${api.title}:\n\n${await stateTable(api)}`));
  const own = first === undefined ? "" : await stateTable(first);
  return betweenMarkers(betweenMarkers(readme, "state", own), "state-of-others", tables.join("\n\n"));
}
