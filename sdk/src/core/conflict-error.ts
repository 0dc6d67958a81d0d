// The error for 409. Only the clients of APIs that declare it carry this file.
import { errorClass, ResponseError } from "./errors.js";

const KIND = Symbol.for("@terminus-hub/sdk/error");

/** 409: the request is valid, but the present state does not allow it, such as a full quota or a name that is taken. */
export class ConflictError extends ResponseError {
  static readonly [KIND] = "ConflictError";
  declare readonly status: 409;
}

/** The error classes of an API that declares 409. */
export const errorClassWithConflict: typeof errorClass = (status) =>
  status === 409 ? ConflictError : errorClass(status);
