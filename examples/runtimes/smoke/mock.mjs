// The mock by `import`.
import * as mockServer from "@terminus-hub/mock-server";
import { runMockSuite } from "./mock-suite.mjs";

console.log(JSON.stringify(await runMockSuite(mockServer)));
