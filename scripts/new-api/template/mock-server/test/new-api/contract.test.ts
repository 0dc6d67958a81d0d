// The contract suite on New Api, with the scenarios of contract.ts.
import { contractSuite } from "../contract/contract-suite.js";
import { declaredFailuresSuite } from "../contract/declared-failures-suite.js";
import { transports } from "../transports.js";
import { contract } from "./contract.js";

contractSuite(contract, transports);
declaredFailuresSuite(contract);
