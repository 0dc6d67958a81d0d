// The errors of the command: each is one line and an exit code. A mistake in how it was called exits with 2.
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something that the machine refuses, such as a port in use. Exits with 1 unless another code is given. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(
    message: string,
    readonly exitCode: number = 1,
  ) {
    super(message);
  }
}
