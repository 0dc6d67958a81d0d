// What sets this API apart from any other, as data for the core.
import type { ApiTraits } from "../core/api-traits.js";
import { errorClass } from "../core/errors.js";
import { singleCredential } from "../core/single-credential.js";
import { keyPrefix, secretFields } from "./generated/resources.js";

export const traits: ApiTraits = {
  name: "NewApi",
  env: "NEW_API",
  keyPage: "the settings of your New Api account",
  access: singleCredential("https://api.new-api.test", {
    option: "apiKey",
    env: "API_KEY",
    prefix: keyPrefix,
    header: "authorization",
    scheme: "Bearer ",
  }),
  secretPrefixes: [keyPrefix],
  secretFields,
  errorClass,
  readError(body) {
    const { code, message } = Object(Object(body).error);
    return { code, message };
  },
};
