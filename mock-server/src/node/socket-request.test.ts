// The target of a request, in each form that HTTP knows.
import { request as httpRequest } from "node:http";
import { expect, test } from "vitest";
import { open } from "../../test/on-a-port.js";

test("an address in absolute form is answered, and one that is no path is refused", async () => {
  const { mock, listening } = await open();
  const send = (path: string, method = "GET") =>
    new Promise<number>((resolve, reject) => {
      const headers = { authorization: `Bearer ${mock.apiKey}` };
      httpRequest({ host: "127.0.0.1", port: listening.port, path, method, headers }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      })
        .on("error", reject)
        .end();
    });
  expect(await send(`${listening.url}/api/v1/workspaces`)).toBe(200);
  expect(await send("/api/./v1/../v1/workspaces")).toBe(200);
  expect(await send("*", "OPTIONS")).toBe(400);
});
