// The SDK in a page: bundled, and called by the test with the place of the mock.
import * as sdk from "@terminus-hub/sdk";
import * as lifecycle from "@terminus-hub/sdk/lifecycle";
import * as mutx from "@terminus-hub/sdk/mutx";
import * as termix from "@terminus-hub/sdk/termix";
import * as traylinx from "@terminus-hub/sdk/traylinx";
import { runSdkSuite } from "./sdk-suite.mjs";

const entries = { sdk, lifecycle, mutx, termix, traylinx };
globalThis.runSdkSuite = (place) => runSdkSuite(entries, { ...place, browser: true });
