// What sets this API apart from any other, as data for the core.
import type { ApiTraits } from "../core/api-traits.js";
import { errorClass } from "../core/errors.js";
import { singleCredential } from "../core/single-credential.js";
import { keyPrefix, secretFields } from "./generated/resources.js";

export const traits: ApiTraits = {
  name: "TerminusHub",
  env: "TERMINUS",
  root: "/api/v1",
  keyPage: "https://hub.terminus.app (Account, API Keys)",
  access: singleCredential("https://hub.terminus.app", {
    option: "apiKey",
    env: "API_KEY",
    prefix: keyPrefix,
    header: "authorization",
    scheme: "Bearer ",
  }),
  secretPrefixes: [keyPrefix],
  secretFields,
  errorClass,
  readError: (body) => Object(body).error,
};
