// The one list of APIs. Everything else that names them all is written from it by `npm run generate`. The first is the primary one.
import type { ApiDefinition } from "./define-api.js";
import { mutx } from "./mutx/index.js";
import { terminusHub } from "./terminus-hub/index.js";
import { termix } from "./termix/index.js";
import { traylinx } from "./traylinx/index.js";

export const apis: readonly ApiDefinition[] = [terminusHub, termix, mutx, traylinx];
