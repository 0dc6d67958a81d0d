// Who is measured. Each client is a module of `clients/`: `connect()` gives a function that lists the API keys once.
export const key = `thub_${"x".repeat(32)}`;

/** Modules of `clients/`, the baseline of each measure among them. */
export const clientNames = ["fetch", "terminus-hub", "openapi-fetch", "octokit-request", "ky", "stripe", "openai"];

export const ours = "terminus-hub";

/** @param {string} name */
export const loadClient = (name) => import(`./clients/${name}.mjs`);
