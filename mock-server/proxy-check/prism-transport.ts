// A transport of the contract suite that passes every scenario through Prism.
import { once } from "node:events";
import { createServer } from "node:http";
import type { Received, Sent, Transport } from "../test/transports.js";
import { isOfResponse, startProxy, violationsOf } from "./proxy.js";

const ask = (origin: string, { method, path, headers, body }: Sent): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method,
    ...(headers !== undefined && { headers: { ...headers } }),
    ...(body !== undefined && { body }),
  });

/**
 * Prism forwards a body that is no object (a text, null) as something else. So it forwards to a relay, which asks the mock for
 * exactly what the suite sent, and gives Prism the answer to judge.
 */
async function startRelay(upstream: string) {
  let sent: Sent = { method: "GET", path: "/" };
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const answer = await ask(upstream, sent);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port is free on 127.0.0.1.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    expect: (next: Sent) => {
      sent = next;
    },
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Reaches a mock through Prism, and throws where Prism finds an answer wrong. */
export const prismTransport: Transport = async (mock) => {
  const listening = await mock.listen();
  const relay = await startRelay(listening.url);
  const proxy = await startProxy(relay.url, { api: mock.api, errors: false });
  return {
    send: async (request): Promise<Received> => {
      relay.expect(request);
      const response = await ask(proxy.url, request);
      const text = await response.text();
      // Wrong requests are the suite's purpose; an answer must never be wrong.
      const wrong = violationsOf(response).filter(isOfResponse);
      if (wrong.length > 0) {
        const { method, path } = request;
        throw new Error(`Prism refuses the answer to ${method} ${path}: ${JSON.stringify(wrong, null, 2)}\n${text}`);
      }
      const { status, headers } = response;
      return { status, headers, text, body: text === "" ? undefined : JSON.parse(text) };
    },
    close: async () => {
      await proxy.end();
      relay.end();
      await listening.close();
    },
  };
};
