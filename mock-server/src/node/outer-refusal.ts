// Refusals before the mock is asked: of what is not HTTP as it should be, and of what a web page may have sent.
import type { IncomingMessage } from "node:http";
import type { Problem } from "../core/contract/problem.js";
import type { Listener } from "./listener.js";

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Refusals that come before the API is asked: no usable target, no Host or several, or a Host that a web page made up. */
export function outerRefusal(
  { wide }: Listener,
  { headers: { host }, rawHeaders }: IncomingMessage,
  target: string | undefined,
): [Problem, string] | undefined {
  if (target === undefined) {
    const message = "The request target is not a path";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (host === undefined) {
    const message = "The request has no Host header";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (hosts(rawHeaders) > 1) {
    const message = "The request has more than one Host header";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (wide || LOOPBACK_HOST.test(host)) return undefined;
  const message = "This Host is not answered here. Call the mock by localhost, 127.0.0.1 or [::1]";
  return [
    { kind: "forbidden", status: 403, message },
    `the Host is "${host}": a web page may be trying to reach the mock`,
  ];
}

/** Node shows the first Host alone. */
function hosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count;
}
