// `npm run second-opinion`: the traffic of the SDK and of the contract suite, judged by a validating proxy that is not ours.
import { readFileSync } from "node:fs";
import { createMock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";
import { startProxy, violationsOf } from "./proxy.mjs";
import { callEverything } from "./sdk-traffic.mjs";

await using mock = await createMock({ api: "terminus-hub", seed: 1, rateLimit: false });
const { url } = await mock.listen();
const strict = await startProxy(url, { errors: true });
const seen = [];
const hub = new TerminusHub({
  apiKey: mock.apiKey,
  baseUrl: strict.url,
  fetch: async (input, init) => {
    const response = await fetch(input, init);
    console.log(
      init?.method,
      input,
      response.status,
      violationsOf(response),
      response.status >= 400 ? await response.clone().text() : "",
    );
    seen.push(...violationsOf(response));
    return response;
  },
});
try {
  await callEverything(hub);
} catch (e) {
  console.log(e);
}
await strict.end();
console.log(seen);
process.exit();
