// New Api under fuzz, each answer predicted by model.ts.
import { fuzzSuite } from "../fuzz/fuzz-suite.js";
import { model } from "./model.js";

fuzzSuite(model);
