// Ends a piece of work when its time is up or its caller has lost interest, whether or not the work listens.
import type { Clock } from "./clock.js";
import { platformTimer } from "./clock.js";
import { AbortError } from "./errors.js";

interface Watch {
  readonly waiting: Set<() => void>;
  readonly ring: () => void;
}

/** One listener for each signal, however many calls share it, because Node warns of a leak at the eleventh. */
const watches = new WeakMap<AbortSignal, Watch>();

/** Calls `fire` when the signal aborts. The returned function takes that back. */
export function onAbort(signal: AbortSignal, fire: () => void): () => void {
  const waiting = new Set<() => void>();
  const ring = () => {
    for (const wake of waiting) wake();
  };
  const fresh = { waiting, ring };
  const watch = watches.get(signal) ?? fresh;
  if (watch === fresh) {
    watches.set(signal, watch);
    signal.addEventListener("abort", watch.ring);
  }
  watch.waiting.add(fire);
  return () => {
    if (!watch.waiting.delete(fire) || watch.waiting.size) return;
    watches.delete(signal);
    signal.removeEventListener("abort", watch.ring);
  };
}

/** Runs `work`. Its signal aborts after `ms`, when the promise rejects with `late()`, and when the caller's signal aborts. */
export function withLimit<T>(
  clock: Clock,
  ms: number,
  timeoutError: () => Error,
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
    const aborted = () => stop(new AbortError("The call was aborted.", { cause: caller?.reason }));
    const done = () => {
      cancel?.();
      unsubscribe?.();
    };
    let cancel: (() => void) | undefined;
    const unsubscribe = caller && onAbort(caller, aborted);
    if (ms < Infinity) cancel = (clock.timer ?? platformTimer)(ms, () => stop(timeoutError()));
    if (caller?.aborted) return aborted();
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
