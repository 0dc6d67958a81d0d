// A short way to call the control plane of a mock in tests.
import { ask } from "./asking.js";

export interface Controlled {
  readonly status: number;
  readonly body: unknown;
}

/** `control(mock, "POST /sessions", { username: "admin" })`. */
export async function control(mock: object, line: string, body?: unknown): Promise<Controlled> {
  const { text: _, ...answer } = await ask(mock, line, body);
  return answer;
}
