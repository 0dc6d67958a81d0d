// The APIs that have a client here, from the list that `spec/openapi/index.json` holds and from what their entries export.
import { type ListedApi, listedApis } from "../../scripts/package-entries.js";
import { functionsExportedBy } from "./source-docs.js";

export interface ApiRow extends Pick<ListedApi, "name" | "title" | "variable" | "entry"> {
  /** Functions that its entry exports beside the client, with the file below `src` that holds each. */
  readonly functions: readonly (readonly [name: string, file: string])[];
}

/** Every API with the functions of its entry, read below `source` (the folder `src` of the SDK, with a slash at the end). */
export function apiRows(source: string): ApiRow[] {
  return listedApis().map((api, index) => {
    const folder = index === 0 ? "" : `${api.name}/`;
    const exported = functionsExportedBy(`${source}${folder}index.ts`);
    const own = exported.map(([name, from]) => [name, folder + from] as const);
    return { ...api, functions: own.filter(([, file]) => file.startsWith(`${api.name}/`)) };
  });
}
