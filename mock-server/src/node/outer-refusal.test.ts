// The Host header: what a web page may have made up is refused before the mock is asked.
import { request as httpRequest } from "node:http";
import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { open } from "../../test/on-a-port.js";

/** A request whose Host header is ours to choose. */
function withHost(
  port: number,
  host: string | undefined,
  path = "/api/v1/workspaces",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    httpRequest({ host: "127.0.0.1", port, path, headers, setHost: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on("error", reject)
      .end();
  });
}

describe("Host", () => {
  test.each(["localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]:80"])("%s is answered", async (host) => {
    const { listening } = await open();
    expect((await withHost(listening.port, host)).status).toBe(401);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "169.254.169.254", ""])(
    "%j is refused with the envelope, since a web page may be behind it",
    async (host) => {
      const { mock, listening } = await open();
      const { status, text } = await withHost(listening.port, host);
      expect([status, JSON.parse(text).error.type]).toEqual([403, "permission_error"]);
      expect(mock.calls()[0]?.why).toMatch(/a web page may be trying to reach the mock/);
      expect((await withHost(listening.port, host, "/__mock/health")).status).toBe(403);
    },
  );

  test("that is missing is refused with the envelope", async () => {
    const { listening } = await open();
    const { status, text } = await withHost(listening.port, undefined);
    expect([status, JSON.parse(text).error.message]).toEqual([400, "The request has no Host header"]);
  });

  test("of any name is answered once bound wider than loopback, and the control plane asks for a token", async () => {
    const { listening } = await open({}, { host: "0.0.0.0" });
    expect(listening.url).toBe(`http://localhost:${listening.port}`);
    expect((await withHost(listening.port, "mock:4010")).status).toBe(401);
    expect(listening.controlToken).toMatch(/^[0-9a-f]{32}$/);
    expect((await withHost(listening.port, "mock:4010", "/__mock/state")).status).toBe(401);
    expect((await withHost(listening.port, "mock:4010", "/__mock/health")).status).toBe(200);
    const authorized = await fetch(`${listening.url}/__mock/state`, {
      headers: { authorization: `Bearer ${listening.controlToken}` },
    });
    expect(authorized.status).toBe(200);
  });

  test.runIf(Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1")))(
    "::1 can be bound",
    async () => {
      const { listening } = await open({}, { host: "::1" });
      expect(listening.url).toBe(`http://[::1]:${listening.port}`);
      expect((await fetch(`${listening.url}/api/v1/workspaces`)).status).toBe(401);
    },
  );
});
