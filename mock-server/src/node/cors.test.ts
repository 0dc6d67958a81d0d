// Web pages of other origins: not answered, unless that is switched on.
import { describe, expect, test } from "vitest";
import { get, open } from "../../test/on-a-port.js";

describe("CORS", () => {
  const origin = { origin: "https://app.example" };

  test("is off: a preflight is a 401 like any request without a key, and no answer allows an origin", async () => {
    const { mock, listening } = await open();
    const preflight = await fetch(`${listening.url}/api/v1/workspaces`, {
      method: "OPTIONS",
      headers: { ...origin, "access-control-request-method": "GET" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([401, null]);
    const answer = await get(mock, listening, "/api/v1/workspaces", { headers: origin });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("switched on, it lets any origin read answers, Retry-After and Allow included", async () => {
    const { mock, listening } = await open({ preset: "rate-limited" }, { cors: true });
    const preflight = await fetch(`${listening.url}/api/v1/api_keys`, {
      method: "OPTIONS",
      headers: {
        ...origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authorization",
      "access-control-allow-methods": expect.stringContaining("DELETE"),
    });
    const answer = await get(mock, listening, "/api/v1/workspaces", { headers: origin });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/Retry-After, Allow/);
    const control = await fetch(`${listening.url}/__mock/health`, { headers: origin });
    expect(control.headers.get("access-control-allow-origin")).toBeNull();
  });
});
