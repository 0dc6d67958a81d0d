// What `@terminus-hub/sdk/lifecycle` exports: rotation and audit, over the keys of any API, and the errors of both.
export { ConfigurationError, isSdkError, SdkError } from "../core/errors.js";
export {
  type AuditOptions,
  auditKeys,
  type Finding,
  type FindingKind,
  type KeyAudit,
  type UncheckedKeys,
} from "./audit-keys.js";
export { formatAudit } from "./audit-table.js";
export type { Duration } from "./duration.js";
export type { CreatedKey, CreateKeyInput, KeyCapabilities, KeyQuota, KeyStore, StoredKey } from "./key-store.js";
export { type RotateBesideOptions, type RotateInPlaceOptions, type RotateOptions, rotateKey } from "./rotate-key.js";
export { Rotation } from "./rotation.js";
export {
  type Candidate,
  type Certainty,
  type KeyState,
  RotationError,
  type RotationState,
  type RotationStep,
} from "./rotation-error.js";
