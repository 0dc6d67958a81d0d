// The mock by `require`.
const mockServer = require("@terminus-hub/mock-server");

import("./mock-suite.mjs")
  .then(({ runMockSuite }) => runMockSuite(mockServer))
  .then((results) => console.log(JSON.stringify(results)));
