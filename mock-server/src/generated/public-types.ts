// Generated from spec/openapi/index.json. Do not edit: change spec/src/apis.ts and run `npm run generate`.
export type * from "../mutx/index.js";
export type * from "../terminus-hub/index.js";
export type * from "../termix/index.js";
export type * from "../traylinx/index.js";
