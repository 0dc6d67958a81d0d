// Who is measured. Each client is a module of `clients/`: `connect()` gives a function that lists twenty API keys once.
import { apisIn } from "../../scripts/bench/listed-apis.mjs";

export const key = `thub_${"x".repeat(32)}`;

export const ours = "terminus-hub";

/** The package's other entry points. Each has a list of its own shape, which only the stub answers. */
const otherApis = apisIn(new URL("clients/", import.meta.url)).filter((name) => name !== ours);

const rivals = ["openapi-fetch", "octokit-request", "ky", "stripe", "openai"];

/** Modules of `clients/`, the baseline of each measure among them. */
export const clientNames = ["fetch", ours, ...otherApis, ...rivals];

/** Those that the server on loopback can answer. */
export const loopbackNames = ["fetch", ours, ...rivals];

/** @param {string} name */
export const loadClient = (name) => import(`./clients/${name}.mjs`);
