// The SDK in a page: bundled, and called by the test with the place of the mock.
import * as entries from "./entries.mjs";
import { runSdkSuite } from "./sdk-suite.mjs";

globalThis.runSdkSuite = (place) => runSdkSuite(entries, { ...place, browser: true });
