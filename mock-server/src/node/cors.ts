// The headers that let web pages of any origin call the mock.
import type { IncomingMessage } from "node:http";

export const CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Retry-After, Allow, Preference-Applied",
};

export function preflight(incoming: IncomingMessage): Record<string, string> {
  return {
    ...CORS_HEADERS,
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": incoming.headers["access-control-request-headers"] ?? "Authorization, Content-Type",
    "access-control-max-age": "600",
  };
}
