// Prism as a validating proxy in front of a mock, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const prism = fileURLToPath(new URL("node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));

/** Milliseconds for Prism to read the contract and listen. */
const START_LIMIT = 60_000;

/** Something that Prism found wrong with an exchange. */
export interface Violation {
  /** Begins with `request` or `response`. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

export interface Proxy {
  readonly url: string;
  readonly end: () => Promise<void>;
}

export interface ProxyOptions {
  /** Such as `terminus-hub`: whose contract to judge by. */
  readonly api: string;
  /** Makes Prism answer a violation with a refusal of its own. */
  readonly errors: boolean;
}

/** Starts Prism in front of whatever listens at `upstream`. */
export async function startProxy(upstream: string, { api, errors }: ProxyOptions): Promise<Proxy> {
  const contract = fileURLToPath(new URL(`../../spec/openapi/${api}.yaml`, import.meta.url));
  const port = await freePort();
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--verboseLevel", "warn"];
  const words = [prism, "proxy", contract, upstream, ...flags, ...(errors ? ["--errors"] : [])];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async () => {
    process.off("exit", kill);
    if (hasEnded()) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  const kill = () => void child.kill("SIGKILL");
  process.on("exit", kill);
  const from = performance.now();
  while (!(await accepts(port))) {
    if (hasEnded() || performance.now() - from > START_LIMIT) {
      await end();
      throw new Error(`Prism did not start, so nothing was judged. It said:\n${log}`);
    }
    await sleep(50);
  }
  return { url: `http://127.0.0.1:${port}`, end };
}

/** What Prism noted on an answer. */
export function violationsOf({ headers }: Response): readonly Violation[] {
  const noted = headers.get("sl-violations");
  return noted === null ? [] : (JSON.parse(noted) as readonly Violation[]);
}

export const isOfResponse = ({ location }: Violation): boolean => location[0] === "response";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("No port is free on 127.0.0.1.");
  return address.port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.end();
      resolve(true);
    });
  });
}
