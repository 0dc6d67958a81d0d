// A call of the control plane as any client makes it: with headers, with any body, and with the text of the answer.
import { createControlPlane } from "../src/core/control-plane/control-plane.js";

interface Asked {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they know to be there.
  readonly body: any;
}

/** `ask(mock, "POST /clock", { advance: "61s" })`. A body that is text is sent as it is. */
export async function ask(
  mock: object,
  line: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
  token?: string,
): Promise<Asked> {
  const [method = "GET", path = "/"] = line.split(" ");
  const { fetch } = createControlPlane(mock as never, { token });
  const response = await fetch(
    new Request(`http://127.0.0.1:4010/__mock${path}`, {
      method,
      headers: body === undefined ? { ...headers } : { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    text,
    body: type.includes("/json") && !type.includes("jsonl") ? JSON.parse(text) : undefined,
  };
}
