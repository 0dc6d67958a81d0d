// What `@terminus-hub/sdk/lifecycle` exports: rotation and audit, over the keys of any API, and the errors of both.
export { ConfigurationError, isSdkError, SdkError } from "../core/errors.js";
export type { AuditOptions, Finding, FindingKind, KeyAudit, UncheckedKeys } from "./audit.js";
export { auditKeys } from "./audit-keys.js";
export { formatAudit } from "./audit-table.js";
export type { Duration } from "./duration.js";
export type { CreatedKey, CreateKeyInput, KeyCapabilities, KeyQuota, KeyStore, StoredKey } from "./key-store.js";
export { rotateKey } from "./rotate-key.js";
export type { RotateBesideOptions, RotateInPlaceOptions, RotateOptions } from "./rotate-options.js";
export { Rotation } from "./rotation.js";
export {
  type Candidate,
  type Certainty,
  type KeyState,
  RotationError,
  type RotationState,
  type RotationStep,
} from "./rotation-error.js";
