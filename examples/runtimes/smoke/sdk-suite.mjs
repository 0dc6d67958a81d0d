// What the SDK must do wherever it runs. Knows no runtime: it is given the SDK, and a mock to talk to.

/**
 * @param {{ sdk: object, lifecycle: object, clients: Function[] }} entries the SDK's entries, and the client of every API
 * @param {{ baseUrl: string, apiKey: string, browser?: boolean }} place
 * @returns {Promise<{ name: string, error?: string }[]>} one result per check, an error where it failed
 */
export async function runSdkSuite({ sdk, lifecycle, clients }, { baseUrl, apiKey, browser = false }) {
  const { TerminusHub, isTerminusError } = sdk;
  const base = { apiKey, baseUrl, ...(browser && { dangerouslyAllowBrowser: true }) };
  const hub = new TerminusHub(base);
  /** No wait is real, so that a retry takes no time. */
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };

  const checks = {
    async "lists workspaces"() {
      const { items, total_count: total } = await hub.workspaces.list();
      equal(items.length, total);
      equal(
        items.some(({ name }) => name === "Main"),
        true,
      );
    },

    async "creates a key, uses it, deletes it, and is then refused"() {
      const name = "CI & <pipeline> / ünïcode \u{1F511}";
      const created = await hub.apiKeys.create({ name });
      equal(created.name, name);
      const other = hub.withOptions({ apiKey: created.key });
      await other.records.list({ limit: 1 });
      await hub.apiKeys.delete(created.id);
      const refused = await other.records.list().safe();
      equal(refused.ok, false);
      equal(refused.error instanceof sdk.AuthenticationError, true);
      equal(refused.error.status, 401);
    },

    async "reads every page once, also when it fetches ahead"() {
      const { total_count: total } = await hub.records.list({ limit: 1 });
      const ids = new Set();
      for await (const record of hub.records.list({ limit: 50 })) ids.add(record.id);
      equal(ids.size, total);
      const ahead = await hub.records.list({ limit: 50 }, { prefetch: 3 }).toArray({ max: total + 1 });
      equal(ahead.map(({ id }) => id).join(), [...ids].join());
    },

    async "throws a typed error with what the server said"() {
      const error = await rejection(hub.records.get("no-such-record"));
      equal(error instanceof sdk.NotFoundError, true);
      equal(isTerminusError(error), true);
      equal(error.status, 404);
      equal(error.type, "not_found_error");
      equal(error.name, "NotFoundError");
    },

    async "tries again after a 503"() {
      let calls = 0;
      const fetch = (url, init) => {
        calls += 1;
        return calls === 1 ? Promise.resolve(new Response("", { status: 503 })) : globalThis.fetch(url, init);
      };
      const { data, attempts } = await new TerminusHub({ ...base, fetch, clock }).workspaces.list().withResponse();
      equal(calls, 2);
      equal(attempts.length, 2);
      equal(data.items.length > 0, true);
    },

    async "gives up on time"() {
      const error = await rejection(
        hub.workspaces.list({}, { timeout: 100, maxRetries: 0, headers: { prefer: "wait=3" } }),
      );
      equal(error instanceof sdk.TimeoutError, true);
    },

    async "ends at once when it is aborted, and keeps the reason"() {
      const controller = new AbortController();
      const reason = new Error("the user went away");
      const call = hub.workspaces.list({}, { signal: controller.signal, headers: { prefer: "wait=3" } });
      const failed = rejection(call);
      setTimeout(() => controller.abort(reason), 50);
      const error = await failed;
      equal(error instanceof sdk.AbortError, true);
      equal(error.cause, reason);
    },

    async "calls a refused connection by its name"() {
      const nowhere = new TerminusHub({ ...base, baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
      const error = await rejection(nowhere.workspaces.list());
      equal(error instanceof sdk.ConnectionError, true);
    },

    async "shows the key to nobody"() {
      const created = await hub.apiKeys.create({ name: "seen once" });
      const holder = hub.withOptions({ apiKey: created.key });
      const error = await rejection(holder.records.get("no-such-record"));
      const shown = [holder, error].flatMap((value) => [
        JSON.stringify(value),
        String(value),
        Object.entries(value).join(),
        inspect(value),
      ]);
      await hub.apiKeys.delete(created.id);
      equal(shown.join().includes(created.key.slice("thub_".length)), false);
    },

    async "sends no key in clear to another host"() {
      equal(thrown(() => new TerminusHub({ ...base, baseUrl: "http://hub.example" })).name, "ConfigurationError");
    },

    async "offers the clients of all APIs and the lifecycle, whose errors are the same classes"() {
      for (const create of [lifecycle.rotateKey, lifecycle.auditKeys]) equal(typeof create, "function");
      const options = { ...base, apiKey: undefined };
      for (const Client of clients) {
        const error = thrown(() => new Client({ ...options, baseUrl: "http://hub.example" }));
        equal(error.name, "ConfigurationError");
        equal(isTerminusError(error), true);
        equal(error instanceof sdk.ConfigurationError, true);
      }
    },

    async [browser ? "refuses a browser unless it is told otherwise" : "takes this runtime for no browser"]() {
      const { dangerouslyAllowBrowser: _, ...careful } = base;
      if (browser) equal(thrown(() => new TerminusHub(careful)).name, "ConfigurationError");
      else equal(typeof new TerminusHub(careful), "object");
    },
  };

  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      results.push({ name });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? `${error.stack}` : String(error) });
    }
  }
  return results;
}

/** How the runtime itself would print it, where there is a way to ask. */
function inspect(value) {
  if (globalThis.Deno) return globalThis.Deno.inspect(value, { depth: 10, showHidden: true });
  const util = globalThis.process?.getBuiltinModule?.("node:util");
  return util ? util.inspect(value, { depth: 10, showHidden: true }) : "";
}

function equal(actual, expected) {
  if (!Object.is(actual, expected)) throw new Error(`Expected ${String(expected)}, got ${String(actual)}.`);
}

async function rejection(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call was expected to fail and did not.");
}

function thrown(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("An error was expected and none was thrown.");
}
