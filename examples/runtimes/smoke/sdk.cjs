// The SDK by `require`, told where the mock is by the environment.
const sdk = require("@terminus-hub/sdk");

const { TERMINUS_BASE_URL: baseUrl, TERMINUS_API_KEY: apiKey } = process.env;
import("./sdk-suite.mjs")
  .then(({ runSdkSuite }) => runSdkSuite(sdk, { baseUrl, apiKey }))
  .then((results) => console.log(JSON.stringify(results)));
