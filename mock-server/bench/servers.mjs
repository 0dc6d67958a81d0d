// Which servers are measured, and how each is started on a port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { apiNames, same } from "./apis.mjs";
import { binPath } from "./package-under-test.mjs";

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const versionOf = (name) => JSON.parse(readFileSync(pathOf(`node_modules/${name}/package.json`), "utf8")).version;

/** `slow` servers get a tenth of the requests. */
export const servers = {
  "node:http": { label: "bare node:http", command: (port) => [pathOf("servers/node-http.mjs"), port] },
  hono: { label: `bare Hono ${versionOf("hono")}`, command: (port) => [pathOf("servers/hono.mjs"), port] },
  ours: {
    label: "@terminus-hub/mock-server",
    // A limit that is counted but not met; everything else as it comes, seed 1 and the log included.
    command: (port) => [binPath(), "start", "--port", port, "--rate-limit", "1000000000/60s"],
  },
  ...Object.fromEntries(
    apiNames
      .filter((api) => api !== "terminus-hub")
      .map((api) => [
        api,
        {
          api,
          label: `the same, \`--api ${api}\``,
          command: (port) => [binPath(), "start", "--api", api, "--now", same.now, "--port", port],
        },
      ]),
  ),
  scalar: {
    label: `@scalar/mock-server ${versionOf("@scalar/mock-server")}`,
    command: (port, contract) => [pathOf("servers/scalar.mjs"), port, contract],
    slow: true,
  },
  prism: {
    label: `@stoplight/prism-cli ${versionOf("@stoplight/prism-cli")}`,
    command: (port, contract) => [
      pathOf("node_modules/@stoplight/prism-cli/dist/index.js"),
      "mock",
      ...["--host", "127.0.0.1", "--port", port, "--multiprocess=false", "--verboseLevel=silent"],
      contract,
    ],
    slow: true,
  },
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** The status of one request on a connection of its own; 0 if nobody answers. */
function statusOf(url, headers) {
  return new Promise((resolve) => {
    const request = get(url, { headers, agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", () => resolve(0));
  });
}

const START_LIMIT = 60_000;

/**
 * Starts a server and waits for its first 200.
 *
 * @param {string} name
 * @param {{ contract: string, path: string, headers: Record<string, string> }} request
 */
export async function startServer(name, { contract, path, headers }) {
  const { command } = servers[name];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}${path}`;
  const from = performance.now();
  const child = spawn(process.execPath, command(String(port), contract), { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  while ((await statusOf(url, headers)) !== 200) {
    if (child.exitCode !== null || performance.now() - from > START_LIMIT) {
      await end();
      throw new Error(`${name} did not answer 200 on ${path}, so it cannot be measured. It said:\n${complaint}`);
    }
    await sleep(1);
  }
  return { name, url, headers, pid: child.pid, coldStart: performance.now() - from, end };
}
