// What sets this API apart from any other, as data for the core.
import type { Api } from "../core/api.js";
import { secretFields } from "./generated/resources.js";

const prefix = "thub_";

export const api: Api = {
  name: "TerminusHub",
  env: "TERMINUS",
  baseUrl: "https://hub.terminus.app",
  root: "/api/v1",
  keyPage: "https://hub.terminus.app (Account, API Keys)",
  credentials: [{ option: "apiKey", env: "API_KEY", prefix, header: "authorization", scheme: "Bearer " }],
  secretPrefixes: [prefix],
  secretFields,
  readError: (body) => Object(body).error,
};
