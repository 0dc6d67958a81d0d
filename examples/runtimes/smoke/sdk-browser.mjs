// The SDK in a page: bundled, and called by the test with the place of the mock.
import * as sdk from "@terminus-hub/sdk";
import { runSdkSuite } from "./sdk-suite.mjs";

globalThis.runSdkSuite = (place) => runSdkSuite(sdk, { ...place, browser: true });
