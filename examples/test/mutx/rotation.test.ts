// Keys of MUTX rotated as system.ts stages it.
import { rotationLimitsSuite } from "../rotation-limits-suite.js";
import { rotationSuite } from "../rotation-suite.js";
import { system } from "./system.js";

rotationSuite(system);
rotationLimitsSuite(system);
