// The APIs that are measured, and how each lists its keys: where, and with which credential of the mock's own.
import { apisIn } from "../../scripts/bench/listed-apis.mjs";

const folder = new URL("key-lists/", import.meta.url);

/** Those that have a file in `key-lists/`. */
export const apiNames = apisIn(folder);

const modules = await Promise.all(apiNames.map((name) => import(new URL(`${name}.mjs`, folder).href)));
const keyLists = new Map(apiNames.map((name, index) => [name, modules[index].keyListOf]));

/** With it, a mock hands out the same credentials in every process: some tell when they were made. */
export const same = { seed: 1, now: "2026-01-01T00:00:00Z" };

/** Path and headers of a mock's list of keys. */
export const keyListOf = (mock) => keyLists.get(mock.api)(mock);
