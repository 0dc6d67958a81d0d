// The curl lines of the vendor's own pages, with only the host and the key swapped, against the mock on a port.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createMock, type Mock } from "@terminus-hub/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";

// https://docs.terminus.app/authentication, "Authenticate API requests" and "Create and manage keys", to the letter.
const listRecords = String.raw`curl https://hub.terminus.app/api/v1/records \
  -H "Authorization: Bearer thub_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"`;
const createKey = String.raw`curl -X POST https://hub.terminus.app/api/v1/api_keys \
  -H "Content-Type: application/json" \
  -d '{"name": "CI pipeline"}'`;
// https://docs.terminus.app/api-reference/authentication: "Replace thub_xxxxx with your API key."
const listWorkspaces = String.raw`curl https://hub.terminus.app/api/v1/workspaces \
  -H "Authorization: Bearer thub_xxxxx"`;

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ seed: 1 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

/** Runs a line in a shell as it would be pasted; the status is asked for on a last line of its own. */
async function paste(line: string, extra = "") {
  const here = line
    .replace("https://hub.terminus.app", url)
    .replace(/thub_x+/, mock.apiKey)
    .replace(/^curl /, `curl --silent --show-error --write-out '\\n%{http_code}' ${extra} `);
  const { stdout } = await promisify(execFile)("sh", ["-c", here]);
  const [status, ...body] = stdout.split("\n").reverse();
  return { status: Number(status), text: body.reverse().join("\n") };
}

test("the page's line for records gives a page of records", async () => {
  const { status, text } = await paste(listRecords);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ items: expect.any(Array), has_more: true, total_count: expect.any(Number) });
});

test("the page's line for workspaces gives the workspace every account starts with", async () => {
  const { status, text } = await paste(listWorkspaces);
  expect(status).toBe(200);
  expect(text).toContain('"name":"Main"');
});

test("the page's create line carries no credential: pasted as it is, it gets the one 401", async () => {
  expect(await paste(createKey)).toEqual({
    status: 401,
    text: '{"error":{"type":"authentication_error","code":null,"message":"Invalid API key","param":null,"path":null}}',
  });
});

test("with the Authorization header it creates a key", async () => {
  const { status, text } = await paste(createKey, `-H "Authorization: Bearer ${mock.apiKey}"`);
  expect(status).toBe(201);
  expect(JSON.parse(text)).toMatchObject({ name: "CI pipeline", key: expect.stringMatching(/^thub_[0-9A-Za-z]{32}$/) });
});

test("with an owner's session cookie it creates a key", async () => {
  const cookie = await mock.sessions.create({ role: "owner" });
  const { status, text } = await paste(createKey, `-H "Cookie: ${cookie}"`);
  expect(status).toBe(201);
  expect(JSON.parse(text)).toMatchObject({ name: "CI pipeline" });
});

test("with a member's session cookie it is refused", async () => {
  const cookie = await mock.sessions.create({ role: "member" });
  expect((await paste(createKey, `-H "Cookie: ${cookie}"`)).status).toBe(403);
});
