// What `@terminus-hub/sdk/traylinx` exports: the client, its types, its key store, and every error.
export * from "../core/public-exports.js";
export { Traylinx, type TraylinxOptions } from "./client.js";
export type * from "./generated/resources.js";
export type { paths } from "./generated/schema.js";
export { keyStore, type TraylinxKeyScope } from "./key-store.js";
