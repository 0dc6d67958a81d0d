// The SDK by `import`, told where the mock is by the environment.
import * as sdk from "@terminus-hub/sdk";
import * as lifecycle from "@terminus-hub/sdk/lifecycle";
import * as mutx from "@terminus-hub/sdk/mutx";
import * as termix from "@terminus-hub/sdk/termix";
import * as traylinx from "@terminus-hub/sdk/traylinx";
import { runSdkSuite } from "./sdk-suite.mjs";

const { TERMINUS_BASE_URL: baseUrl, TERMINUS_API_KEY: apiKey } = process.env;
console.log(JSON.stringify(await runSdkSuite({ sdk, lifecycle, mutx, termix, traylinx }, { baseUrl, apiKey })));
