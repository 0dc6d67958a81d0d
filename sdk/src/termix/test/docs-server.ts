// The Termix that the programs of docs/ talk to, and the credential that they read.
import type { Received, Step } from "../../../test/scripted-server.js";

const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const TERMIX_KEY = `tmx_${"0123456789abcdef".repeat(4)}`;
const THEN = "2025-12-01T00:00:00.000Z";

export const credentials = { TERMIX_API_KEY: TERMIX_KEY };

/** It keeps as much as the programs look at: a key is there until it is deleted. */
export function serve(): (request: Received) => Step {
  const key = { id: "k1", name: "ci", userId: "u", username: "admin", tokenPrefix: "tmx_01234567", createdAt: THEN };
  return ({ method, url }) => {
    if (url === "/users/login") {
      return {
        body: { success: true, is_admin: true, username: "admin" },
        headers: { "set-cookie": `jwt=${TOKEN}` },
      };
    }
    if (url === "/users/me") return { body: { userId: "u" } };
    if (url.startsWith("/users/list")) return { body: { users: [{ userId: "u", username: "admin" }], total: 1 } };
    if (method === "POST" && url === "/users/api-keys") {
      return { status: 201, body: { ...key, expiresAt: null, token: TERMIX_KEY } };
    }
    if (method !== "GET") return { body: { success: true } };
    return { body: { apiKeys: [{ ...key, expiresAt: null, lastUsedAt: null, isActive: true }] } };
  };
}
