// The Traylinx that the programs of docs/ talk to, and the credentials that they read.
import type { Received, Step } from "../../../test/scripted-server.js";

const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const THEN = "2025-12-01T00:00:00.000Z";

export const credentials = {
  TRAYLINX_API_KEY: "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a",
  TRAYLINX_ACCESS_TOKEN: TOKEN,
};

/** It keeps as much as the programs look at: a key is there until it is deleted. */
export function serve(): (request: Received) => Step {
  const attributes = { publicKey: "pk-lf-1", displaySecretKey: "sk-lf-...2b1a", note: "ci", createdAt: THEN };
  return ({ url }) => {
    if (url.endsWith("/token")) {
      return { body: { data: { attributes: { accessToken: TOKEN, refreshToken: TOKEN } } } };
    }
    if (url.endsWith("/models")) return { body: { object: "list", data: [{ id: "openai/gpt-oss-120b" }] } };
    return { body: { data: [{ id: "k1", attributes }] } };
  };
}
