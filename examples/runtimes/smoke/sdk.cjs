// The SDK by `require`, told where the mock is by the environment.
const sdk = require("@terminus-hub/sdk");
const lifecycle = require("@terminus-hub/sdk/lifecycle");
const mutx = require("@terminus-hub/sdk/mutx");
const termix = require("@terminus-hub/sdk/termix");
const traylinx = require("@terminus-hub/sdk/traylinx");

const { TERMINUS_BASE_URL: baseUrl, TERMINUS_API_KEY: apiKey } = process.env;
import("./sdk-suite.mjs")
  .then(({ runSdkSuite }) => runSdkSuite({ sdk, lifecycle, mutx, termix, traylinx }, { baseUrl, apiKey }))
  .then((results) => console.log(JSON.stringify(results)));
