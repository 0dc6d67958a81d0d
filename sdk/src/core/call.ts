// What a method returns, which is a promise that can also give its error as a value, or the response with the data.

import { SdkError } from "./errors.js";
import { type ResponseMeta, readRateLimit } from "./response-meta.js";
import type { Result } from "./send-with-retries.js";

/** The outcome of a call that does not throw. */
export type SafeResult<T, E> =
  | { readonly ok: true; readonly data: T; readonly error?: undefined }
  | { readonly ok: false; readonly error: E; readonly data?: undefined };

/** Data, with status, headers, rate limit and attempts beside it. */
export interface WithResponse<T> extends ResponseMeta {
  readonly data: T;
}

declare const errorType: unique symbol;

/** A call in progress. It is sent once, however often it is awaited. */
export class Call<T, E = SdkError> implements Promise<T> {
  readonly #send: () => Promise<Result<T>>;
  #sent: Promise<Result<T>> | undefined;
  /** Only for the type checker. A symbol, so that no editor completes it. */
  declare readonly [errorType]?: E;
  declare readonly [Symbol.toStringTag]: string;

  constructor(send: () => Promise<Result<T>>, lazy?: boolean) {
    this.#send = send;
    if (!lazy) this.run();
  }

  protected run(): Promise<Result<T>> {
    this.#sent ??= traced(this.#send);
    return this.#sent;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is its purpose
  then<A = T, B = never>(
    onData?: ((data: T) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // In two steps, because V8 finds the awaiting caller only through a promise's own pair of handlers.
    return this.run()
      .then(({ data }) => data)
      .then(onData, onError);
  }

  catch<B = never>(onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd);
  }

  /** Gives `{ ok: true, data }` or `{ ok: false, error }` and does not throw API errors. `status` narrows the error. */
  safe(): Promise<SafeResult<T, E>> {
    return this.#quietly<SafeResult<T, E>>(
      ({ data }) => ({ ok: true, data }),
      (error) => {
        if (error instanceof SdkError) return { ok: false, error: error as E };
        throw error; // a middleware's own
      },
    );
  }

  /** Gives the data with the status, the headers, the rate limit and the attempts. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#quietly(
      ({ data, answer: { status, headers }, attempts }) => {
        return { data, status, headers, rateLimit: readRateLimit(headers), attempts };
      },
      (error) => {
        throw error;
      },
    );
  }

  /** `then`, whose promise can be dropped. It gets a second reaction only once it fails, since V8 finds no caller beside a second one. */
  #quietly<R>(onResult: (result: Result<T>) => R, onError: (error: unknown) => R): Promise<R> {
    const promise = this.run().then(onResult, (error) => {
      quiet(promise);
      return onError(error);
    });
    return promise;
  }
}

/** Runs `work`, and lets its errors point to the line that awaits it. */
export async function traced<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    // V8 builds a stack across `await` from the reactions that a promise has when the error captures its stack
    // (https://v8.dev/blog/fast-async). Two turns later the caller's `await` is among them. To
    // capture a stack when the call is made would slow every call down for those that fail.
    await undefined;
    await undefined;
    if (error instanceof SdkError) {
      const { stack = "" } = error;
      Error.captureStackTrace?.(error, traced);
      if (!/\n +at /.test(`${error.stack}`)) error.stack = stack; // nobody awaits, or the engine is not V8
    }
    throw error;
  }
}

/** Lets a promise be dropped without an unhandled rejection. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
