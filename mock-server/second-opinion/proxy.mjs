// Prism as a validating proxy in front of a mock, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const prism = fileURLToPath(new URL("node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));
const contract = fileURLToPath(new URL("../../spec/openapi/terminus-hub.yaml", import.meta.url));

/** Milliseconds for Prism to read the contract and listen. */
const START_LIMIT = 60_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.end());
  });
}

/**
 * @param {string} upstream where the mock listens
 * @param {{ errors: boolean }} options `errors` makes Prism answer a violation with a refusal of its own
 */
export async function startProxy(upstream, { errors }) {
  const port = await freePort();
  const flags = [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--verboseLevel",
    "warn",
    ...(errors ? ["--errors"] : []),
  ];
  const child = spawn(process.execPath, [prism, "proxy", contract, upstream, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log += chunk;
    });
  }
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  const from = performance.now();
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() - from > START_LIMIT) {
      await end();
      throw new Error(`Prism did not start, so nothing was judged. It said:\n${log}`);
    }
    await sleep(50);
  }
  return { url: `http://127.0.0.1:${port}`, end };
}

/** What Prism found wrong with an exchange: `{ location, severity, code, message }` each. */
export function violationsOf(response) {
  const header = response.headers.get("sl-violations");
  return header === null ? [] : JSON.parse(header);
}
