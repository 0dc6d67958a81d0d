// The SDK by `import`, told where the mock is by the environment.
import * as entries from "./entries.mjs";
import { runSdkSuite } from "./sdk-suite.mjs";

const { TERMINUS_BASE_URL: baseUrl, TERMINUS_API_KEY: apiKey } = process.env;
console.log(JSON.stringify(await runSdkSuite(entries, { baseUrl, apiKey })));
