// A short way to call the control plane of a mock in tests.
import { createControlPlane } from "../src/core/control-plane/control-plane.js";

export interface Controlled {
  readonly status: number;
  readonly body: unknown;
}

/** `control(mock, "POST /sessions", { username: "admin" })`. */
export async function control(mock: object, line: string, body?: unknown): Promise<Controlled> {
  const [method = "GET", path = "/"] = line.split(" ");
  const { fetch } = createControlPlane(mock as never, { token: undefined });
  const response = await fetch(
    new Request(`http://127.0.0.1:4010/__mock${path}`, {
      method,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
