// The MUTX that the programs of docs/ talk to, and the credential that they read.
import type { Received, Step } from "../../../test/scripted-server.js";

const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const MUTX_KEY = `mutx_live_0123456789ab_${"A".repeat(43)}`;
const THEN = "2025-12-01T00:00:00.000Z";

export const credentials = { MUTX_API_KEY: MUTX_KEY };

/** It keeps as much as the programs look at: a key is there until it is deleted. */
export function serve(): (request: Received) => Step {
  const key = { name: "ci", created_at: THEN, expires_at: "2099-01-01T00:00:00.123456" };
  let id = "k1";
  return ({ url }) => {
    if (url.endsWith("/login")) {
      return { body: { access_token: TOKEN, refresh_token: TOKEN, token_type: "bearer", expires_in: 1800 } };
    }
    if (url.endsWith("/auth/me")) return { body: { plan: "FREE" } };
    if (url.endsWith("/rotate")) {
      id = "k2";
      return { body: { ...key, id, key: MUTX_KEY.replace("0123", "4567") } };
    }
    const items = [{ ...key, id, last_used: null, is_active: true }];
    return { body: { items, total: 1, skip: 0, limit: 50, has_more: false } };
  };
}
