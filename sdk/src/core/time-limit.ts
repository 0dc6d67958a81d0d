// Ends a piece of work when its time is up or its caller has lost interest, whether or not the work listens.
import type { Clock } from "./clock.js";
import { platformTimer } from "./clock.js";
import { AbortError } from "./errors.js";

/** Runs `work`; its signal aborts after `ms` (the promise then rejects with `late()`) and when the caller's aborts. */
export function withLimit<T>(
  clock: Clock,
  ms: number,
  late: () => Error,
  caller: AbortSignal | null | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: Error) => {
      done();
      reject(error);
      controller.abort(error);
    };
    const aborted = () => stop(new AbortError("The call was aborted by its signal.", { cause: caller?.reason }));
    const done = () => {
      cancel();
      caller?.removeEventListener("abort", aborted);
    };
    const cancel = ms < Infinity ? (clock.timer ?? platformTimer)(ms, () => stop(late())) : () => {};
    if (caller?.aborted) return aborted();
    caller?.addEventListener("abort", aborted);
    work(controller.signal).then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}
