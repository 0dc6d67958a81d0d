// Short ways to call a mock in tests.
import type { CoreMock } from "../src/core/mock/mock-types.js";

/** Any mock, whatever its API. */
type Callable = Pick<CoreMock<never>, "fetch" | "baseUrl" | "apiKey">;

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests look into bodies by path; what is not there fails the assertion.
  readonly body: JsonBody;
}

export interface JsonBody {
  readonly [field: string]: JsonBody;
  readonly [index: number]: JsonBody;
}

export interface CallOptions {
  readonly key?: string | null;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, text as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls a mock by `mock.fetch`, with its own key unless told otherwise: `call(mock, "GET /api/v1/records", {...})`. */
export async function call(mock: Callable, line: string, options: CallOptions = {}): Promise<Called> {
  const [method = "GET", path = "/"] = line.split(" ");
  const { key = mock.apiKey, cookie, body, signal } = options;
  const headers: Record<string, string> = { ...options.headers };
  if (key !== null && cookie === undefined) headers.authorization ??= `Bearer ${key}`;
  if (cookie !== undefined) headers.cookie = cookie;
  if (body !== undefined) headers["content-type"] ??= "application/json";
  const response = await mock.fetch(`${mock.baseUrl}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  });
  const text = await response.text();
  const isJson = text !== "" && response.headers.get("content-type") === "application/json";
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

export const INVALID_KEY =
  '{"error":{"type":"authentication_error","code":null,"message":"Invalid API key","param":null,"path":null}}';
