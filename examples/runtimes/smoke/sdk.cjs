// The SDK by `require`, told where the mock is by the environment.
const entries = require("./entries.cjs");

const { TERMINUS_BASE_URL: baseUrl, TERMINUS_API_KEY: apiKey } = process.env;
import("./sdk-suite.mjs")
  .then(({ runSdkSuite }) => runSdkSuite(entries, { baseUrl, apiKey }))
  .then((results) => console.log(JSON.stringify(results)));
