// A mistake in how the command was called: told in one line, exit 2.
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something the machine refuses, such as a port in use: told in one line, exit 1 unless another code is given. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(
    message: string,
    readonly exitCode: number = 1,
  ) {
    super(message);
  }
}
