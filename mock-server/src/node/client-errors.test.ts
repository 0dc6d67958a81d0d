// Requests that never become whole.
import { expect, test } from "vitest";
import { createMock } from "../index.js";

test("a half-sent request is one entry of the journal, with its 408; a connection that sends nothing is none", async () => {
  const { connect } = await import("node:net");
  const mock = await createMock();
  const { port } = await mock.listen({ requestTimeout: 100 });
  const ended = (bytes: string) =>
    new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(text));
    });
  const head = `POST /api/v1/api_keys HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${mock.apiKey}\r\n`;
  const half = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name":`;
  expect(await Promise.all([ended(half), ended("")])).toEqual([expect.stringMatching(/^HTTP\/1.1 408 /), ""]);
  expect(mock.calls()).toMatchObject([
    { method: "POST", url: "/api/v1/api_keys", operationId: "createApiKey", status: 408, outcome: "answered" },
  ]);
  await mock.close();
});
