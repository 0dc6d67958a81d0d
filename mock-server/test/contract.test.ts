// The contract suite, the same for all four APIs. An API adds what its document cannot tell, in test/contract/<api>.ts.
import { mutx } from "./contract/mutx.js";
import { contractSuite } from "./contract/suite.js";
import { terminusHub } from "./contract/terminus-hub.js";
import { termix } from "./contract/termix.js";
import { traylinx } from "./contract/traylinx.js";
import { transports } from "./transports.js";

contractSuite(terminusHub, transports);
contractSuite(termix, transports);
contractSuite(mutx, transports);
contractSuite(traylinx, transports);
