// The APIs that a bench can measure: those of the list for which it has a file.
import { existsSync, readFileSync } from "node:fs";

const listed = JSON.parse(readFileSync(new URL("../../spec/openapi/index.json", import.meta.url), "utf8"));

/**
 * @param {URL} folder which holds `<api>.mjs`
 * @returns {string[]}
 */
export const apisIn = (folder) =>
  listed.map(({ name }) => name).filter((name) => existsSync(new URL(`${name}.mjs`, folder)));
