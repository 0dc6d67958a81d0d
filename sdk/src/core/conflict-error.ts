// 409, for the APIs that declare it; the others do not carry it.
import { errorClass, ResponseError } from "./errors.js";

const KIND = Symbol.for("@terminus-hub/sdk/error");

/** 409: the request is right, and the state of things does not allow it: a full quota, a name that is taken. */
export class ConflictError extends ResponseError {
  static readonly [KIND] = "ConflictError";
  declare readonly status: 409;
}

/** The error classes of an API that declares 409. */
export const errorClassWithConflict: typeof errorClass = (status) =>
  status === 409 ? ConflictError : errorClass(status);
