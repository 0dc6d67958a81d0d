// What sets this API apart from any other, as data for the core.
import type { ApiTraits } from "../core/api-traits.js";
import { errorClassWithConflict } from "../core/conflict-error.js";
import type { RouteTable } from "../core/credential-by-route.js";
import { keyPrefix, routes, secretFields } from "./generated/resources.js";

/** Today's address, with the version in it. */
const server = "https://api.mutx.dev/v1";

/** A key has its own header. The server looks at a Bearer token first. */
export const table: RouteTable = {
  routes: routes.map((route) => ({ server, ...route })),
  rest: { server, schemes: ["apiKeyHeader", "bearerAuth"] },
  credentials: {
    apiKeyHeader: { option: "apiKey", env: "API_KEY", prefix: keyPrefix, header: "x-api-key", scheme: "" },
    bearerAuth: {
      option: "accessToken",
      env: "ACCESS_TOKEN",
      prefix: "",
      header: "authorization",
      scheme: "Bearer ",
    },
  },
  hint: "Or sign in with auth.login(), and pass its access_token as accessToken.",
};

export const traits: Omit<ApiTraits, "access"> = {
  name: "Mutx",
  env: "MUTX",
  keyPage: "the MUTX dashboard (API keys)",
  // An access token is a JWT: base64 of `{"`.
  secretPrefixes: [keyPrefix, "eyJ"],
  secretFields: [...secretFields, "accessToken"],
  errorClass: errorClassWithConflict,
  readError(body) {
    const { detail, error_code: code, message, details } = Object(body);
    const [place, param, ...below] = Object(details?.[0]).loc ?? [];
    return {
      message: detail ?? message,
      code,
      param,
      // Only the place in a nested body has a path. A name at the top is just `param`.
      path: place === "body" && below.length ? [param, ...below].join(".") : null,
    };
  },
};
