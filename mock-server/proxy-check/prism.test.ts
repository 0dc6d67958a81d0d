// That Prism would object: a judge that lets everything pass proves nothing.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isOfResponse, type Proxy as PrismProxy, startProxy, violationsOf } from "./proxy.js";

const headers = { authorization: `Bearer thub_${"x".repeat(32)}` };
/** A page of workspaces whose count is a text. */
const wrongPage = { items: [], has_more: false, total_count: "none" };

let server: Server;
let lenient: PrismProxy;
let strict: PrismProxy;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(wrongPage));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no address.");
  const upstream = `http://127.0.0.1:${address.port}`;
  lenient = await startProxy(upstream, { api: "terminus-hub", errors: false });
  strict = await startProxy(upstream, { api: "terminus-hub", errors: true });
});
afterAll(async () => {
  await lenient.end();
  await strict.end();
  server.close();
});

test("notes an answer that breaks the contract, and where", async () => {
  const response = await fetch(`${lenient.url}/api/v1/workspaces`, { headers });
  expect(await response.json()).toEqual(wrongPage);
  const violations = violationsOf(response).filter(isOfResponse);
  expect(violations.map(({ location }) => location.join("."))).toEqual(["response.body.total_count"]);
});

test("refuses such an answer when it is told to", async () => {
  const { status } = await fetch(`${strict.url}/api/v1/workspaces`, { headers });
  expect(status).toBe(500);
});

test("refuses a request that breaks the contract when it is told to", async () => {
  const { status } = await fetch(`${strict.url}/api/v1/workspaces?limit=none`, { headers });
  expect(status).toBe(422);
});
