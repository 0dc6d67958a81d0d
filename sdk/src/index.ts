// What `@terminus-hub/sdk` exports: the client, its types, its key store, and every error.

// The names that the base of the errors had here first.
export { isSdkError as isTerminusError, SdkError as TerminusError } from "./core/errors.js";
export * from "./core/public-exports.js";
export * from "./terminus-hub/client.js";
export type * from "./terminus-hub/generated/resources.js";
export type { paths } from "./terminus-hub/generated/schema.js";
export { keyStore } from "./terminus-hub/key-store.js";
