// What sets this API apart from any other, as data for the core.
import type { ApiTraits } from "../core/api-traits.js";
import type { RouteTable } from "../core/credential-by-route.js";
import { errorClass } from "../core/errors.js";
import { keyPrefix, routes, secretFields } from "./generated/resources.js";

/** Whatever the spec does not describe is a model call. This is the host of those calls, and what they take. */
const models = routes.find(({ schemes }) => (schemes as readonly string[]).includes("projectKey"));

/** A project's key opens the model host, and a person's token the management of keys. Neither goes where the other belongs. */
export const table: RouteTable = {
  routes,
  rest: { server: models?.server, schemes: ["projectKey"] },
  credentials: {
    projectKey: { option: "apiKey", env: "API_KEY", prefix: keyPrefix, header: "authorization", scheme: "Bearer " },
    accessToken: {
      option: "accessToken",
      env: "ACCESS_TOKEN",
      prefix: "",
      header: "authorization",
      scheme: "Bearer ",
    },
  },
  hint: "auth.login() gives an access token, which manages keys. A project's key can only call models.",
};

export const traits: Omit<ApiTraits, "access"> = {
  name: "Traylinx",
  env: "TRAYLINX",
  keyPage: "the project (API Access, API Keys)",
  // An access token is a JWT: base64 of `{"`.
  secretPrefixes: [keyPrefix, "eyJ"],
  secretFields: [...secretFields, "accessToken"],
  errorClass,
  readError(body) {
    // Three shapes were seen: a list of problems, `error`, and `message`.
    const { errors, error, message } = Object(body);
    const { title, detail } = Object(errors?.[0]);
    return { type: title, message: detail ?? title ?? error ?? message };
  },
};
