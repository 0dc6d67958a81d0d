// The two credentials of Traylinx. Each goes only where it belongs: never send a project key to management, nor an access token to the model host.
import type { Security } from "../define-api.js";
import { defineKeyForm } from "../key-form.js";
import { sources } from "./sources.js";

/** The form of the secret half of a key pair. */
export const keyForm = defineKeyForm({
  prefix: "sk-lf-",
  parts: [{ format: "uuid" }],
  words: "a lower-case UUID",
  ...sources.cli,
});

/** What the public half of a key pair starts with. */
export const publicKeyPrefix = "pk-lf-";

export const securitySchemes = {
  projectKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: `${keyForm.prefix} and a UUID`,
    description: `The secret half of a project's key pair, \`Authorization: Bearer ${keyForm.prefix}...\`: only for the model host. It belongs to one project, grants full access to it, opens nothing of another, and has no scopes. Keep it in \`TRAYLINX_API_KEY\` (the name is observed in the command-line client).`,
    "x-key-form": keyForm,
    ...sources.apiKeysPage,
  },
  accessToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "A person's access token, as `login` gives it, `Authorization: Bearer ...`: only for management. A project key does not manage keys.",
    ...sources.cli,
  },
} as const;

/** For the operations on keys. */
export const withAccessToken: Security = [{ accessToken: [] }];

/** For model calls. */
export const withProjectKey: Security = [{ projectKey: [] }];

/** For operations that anyone may call. */
export const anyone: Security = [];
