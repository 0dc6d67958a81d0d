// What sets this API apart from any other, as data for the core.
import type { ApiTraits } from "../core/api-traits.js";
import { errorClassWithConflict } from "../core/conflict-error.js";
import type { RouteTable } from "../core/credential-by-route.js";
import { keyPrefix, routes, secretFields } from "./generated/resources.js";

/** The cookie that holds a session. */
export const SESSION_COOKIE = "jwt";

/** A key travels in the header, a session in the cookie, which the server looks at first. */
export const table: RouteTable = {
  routes,
  rest: { schemes: ["bearerAuth", "sessionCookie"] },
  credentials: {
    bearerAuth: { option: "apiKey", env: "API_KEY", prefix: keyPrefix, header: "authorization", scheme: "Bearer " },
    sessionCookie: {
      option: "sessionToken",
      env: "SESSION_TOKEN",
      prefix: "",
      header: "cookie",
      scheme: `${SESSION_COOKIE}=`,
    },
  },
  hint: "Or call auth.login() first.",
};

export const traits: Omit<ApiTraits, "access"> = {
  name: "Termix",
  env: "TERMIX",
  root: "/users",
  keyPage: "your own instance (Profile, API Keys), as an admin",
  // A session token is a JWT: base64 of `{"`.
  secretPrefixes: [keyPrefix, "eyJ"],
  secretFields: [...secretFields, "sessionToken"],
  errorClass: errorClassWithConflict,
  readError(body) {
    const { error, code } = Object(body);
    return { message: error, code };
  },
};
