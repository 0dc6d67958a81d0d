// What `@terminus-hub/sdk/new-api` exports: the client, its types, its key store, and every error.
export * from "../core/public-exports.js";
export { NewApi, type NewApiOptions } from "./client.js";
export type * from "./generated/resources.js";
export type { paths } from "./generated/schema.js";
export { keyStore } from "./key-store.js";
