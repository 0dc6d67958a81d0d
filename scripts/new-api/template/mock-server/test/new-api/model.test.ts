// What else model.ts makes possible for New Api: the checks of Schemathesis, broken servers, and raw sockets.
import { brokenServerSuite } from "../fuzz/broken-server-suite.js";
import { schemathesisChecks } from "../properties/schemathesis-checks.js";
import { changedBytesSuite } from "../raw-socket/changed-bytes-suite.js";
import { rawSocketSuite } from "../raw-socket/raw-socket-suite.js";
import { model } from "./model.js";

schemathesisChecks(model);
brokenServerSuite(model);
rawSocketSuite(model);
changedBytesSuite(model);
