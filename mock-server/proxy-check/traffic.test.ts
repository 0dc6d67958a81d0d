// Every operation of every API, called by its client: Prism may refuse nothing, and note nothing.
import { expect, test } from "vitest";
import { documentOf } from "../../examples/test/documents.js";
import type { Traffic } from "../../examples/test/traffic.js";
import { listedApis } from "../../scripts/package-entries.js";
import { type Proxy as PrismProxy, startProxy, type Violation, violationsOf } from "./proxy.js";

test.each(listedApis().map(({ name }) => name))(
  "the client of %s calls every operation without a violation, not even a warning",
  async (api) => {
    const { traffic } = (await import(`../../examples/test/${api}/traffic.ts`)) as { readonly traffic: Traffic };
    const document = documentOf(api);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    const servers = [document, ...operations].flatMap((each) => each.servers ?? []).map(({ url }) => url);
    /** The path of a request below the server that the document names for it. */
    const pathOf = (url: string): string => {
      const server = servers.find((each) => url.startsWith(`${each}/`)) ?? new URL(url).origin;
      return url.slice(server.length);
    };

    const noted: Violation[] = [];
    const sent: { readonly method: string; readonly path: string }[] = [];
    const proxies: Promise<PrismProxy>[] = [];
    try {
      await traffic((mock) => {
        const started = mock.listen().then(({ url }) => startProxy(url, { api, errors: true }));
        proxies.push(started);
        return async (url, init) => {
          const path = pathOf(url);
          sent.push({ method: (init.method ?? "GET").toLowerCase(), path: path.replace(/\?.*/, "") });
          const response = await fetch((await started).url + path, init);
          noted.push(...violationsOf(response));
          return response;
        };
      });
    } finally {
      for (const proxy of proxies) await (await proxy).end();
    }
    expect(noted).toEqual([]);
    const uncalled = operations.filter(({ path, method }) => {
      const form = new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
      return !sent.some((each) => each.method === method && form.test(each.path));
    });
    expect(uncalled.map(({ operationId }) => operationId)).toEqual([]);
  },
);
