// What `@terminus-hub/sdk/termix` exports: the client, its types, its key store, and every error.
export { ConflictError } from "../core/conflict-error.js";
export * from "../core/public-exports.js";
export { Termix, type TermixOptions } from "./client.js";
export type * from "./generated/resources.js";
export type { paths } from "./generated/schema.js";
export { keyStore, type TermixKeyScope } from "./key-store.js";
