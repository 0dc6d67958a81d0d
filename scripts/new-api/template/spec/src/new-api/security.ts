// How a caller of the New Api API proves who it is, and the form of its keys.
import type { Security } from "../define-api.js";
import { alphabets, defineKeyForm } from "../key-form.js";
import { sources } from "./sources.js";

/** The form of a key. */
export const keyForm = defineKeyForm({
  prefix: "newapi_",
  parts: [{ alphabet: alphabets.alphanumeric, length: 32 }],
  words: "32 letters or digits",
  ...sources.guess,
});

export const securitySchemes = {
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: keyForm.description,
    description: `An API key, \`Authorization: Bearer ${keyForm.prefix}...\`. Keep it in \`NEW_API_API_KEY\`.`,
    "x-key-form": keyForm,
    ...sources.guess,
  },
} as const;

/** For every operation. */
export const withKey: Security = [{ bearerAuth: [] }];
