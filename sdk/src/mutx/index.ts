// What `@terminus-hub/sdk/mutx` exports: the client, its types, its key store, and every error.
export { ConflictError } from "../core/conflict-error.js";
export * from "../core/public-exports.js";
export { Mutx, type MutxOptions } from "./client.js";
export type * from "./generated/resources.js";
export type { paths } from "./generated/schema.js";
export { keyStore } from "./key-store.js";
export { parseTime } from "./time.js";
