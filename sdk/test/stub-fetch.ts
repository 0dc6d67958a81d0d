// A fetch that answers from a function and records what it was asked.

/** A request as it reached the wire. */
export interface SentRequest {
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** What to answer: a body as JSON with status 200, or a whole `Response`. */
export type StubAnswer = Response | object;

export interface StubFetch {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sent: SentRequest[];
}

/** Answers each request by the function; the place in the order of requests comes second. */
export function stubFetch(answer: (request: SentRequest, place: number) => StubAnswer): StubFetch {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (url, { method = "GET", headers, body }) => {
      const request = { method, url, headers: new Headers(headers), body: body as string | undefined };
      sent.push(request);
      const outcome = answer(request, sent.length - 1);
      return outcome instanceof Response ? outcome : Response.json(outcome);
    },
  };
}

/** A JSON answer with a status. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}
