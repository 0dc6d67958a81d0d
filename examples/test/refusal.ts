// What a call rejects with.

/** Resolves with the error of a call that is refused, and with undefined if it is not. */
export const refusal = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );
