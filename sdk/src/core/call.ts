// What a method returns: a promise that can also answer without throwing, or with what came beside the data.
import type { ResponseMeta } from "./answer.js";
import { SdkError } from "./errors.js";
import type { Result } from "./transport.js";

/** The outcome of a call that does not throw. */
export type SafeResult<T, E> =
  | { readonly ok: true; readonly data: T; readonly error?: undefined }
  | { readonly ok: false; readonly error: E; readonly data?: undefined };

/** Data, with status, headers, rate limit and attempts beside it. */
export interface WithResponse<T> extends ResponseMeta {
  readonly data: T;
}

const ignore = () => {};

/** A call under way. It is sent once, however often it is awaited. */
export class Call<T, E = SdkError> implements Promise<T> {
  readonly #send: () => Promise<Result<T>>;
  readonly #caller = new Error();
  #sent: Promise<Result<T>> | undefined;
  /** Only for the type checker. */
  declare readonly [Symbol.toStringTag]: string;
  declare readonly errorType?: E;

  constructor(send: () => Promise<Result<T>>, lazy?: boolean) {
    this.#send = send;
    if (!lazy) this.run();
  }

  /** Runs `work`, and lets its errors point to the line that made this call. */
  protected async at<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SdkError) {
        const frames = this.#caller.stack?.replace(/^Error.*\n/, "");
        error.stack = `${error.name}: ${error.message}\n${frames}`;
      }
      throw error;
    }
  }

  protected run(): Promise<Result<T>> {
    this.#sent ??= this.at(this.#send);
    return this.#sent;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is its purpose
  then<A = T, B = never>(
    onData?: ((data: T) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
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

  /** `{ ok: true, data }` or `{ ok: false, error }`, the error narrowed by its `status`. Does not throw API errors. */
  safe(): Promise<SafeResult<T, E>> {
    return quiet(
      this.run().then(
        ({ data }) => ({ ok: true, data }),
        (error) => {
          if (error instanceof SdkError) return { ok: false, error: error as E };
          throw error; // a middleware's own
        },
      ),
    );
  }

  /** The data with status, headers, rate limit and attempts. */
  withResponse(): Promise<WithResponse<T>> {
    return quiet(this.run());
  }
}

/** Lets a promise be dropped without an unhandled rejection. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}
