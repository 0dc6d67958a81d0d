// What sets this API apart from any other, as data for the core.
import type { Api } from "../core/api.js";
import { secretFields } from "./generated/resources.js";

const PREFIX = "thub_";

export const api: Api = {
  name: "TerminusHub",
  env: "TERMINUS",
  baseUrl: "https://hub.terminus.app",
  root: "/api/v1",
  keyPage: "https://hub.terminus.app, under Account, API Keys",
  secretPrefix: PREFIX,
  secretFields,
  credentials: [
    {
      option: "apiKey",
      env: "TERMINUS_API_KEY",
      check(key) {
        if (!key.startsWith(PREFIX))
          return `does not start with ${PREFIX}, so it is no Public API key. Nothing was sent.`;
        if (/^[!-~]+$/.test(key) && !/["'`]/.test(key) && key !== PREFIX) return undefined;
        return "holds a quote, a blank or a character outside ASCII, or nothing after its prefix. Copy it again, without what surrounds it.";
      },
      header: (key) => ["authorization", `Bearer ${key}`],
    },
  ],
  readError: (body) => Object(body).error,
};
