// Requests that wait in real time, for a latency or for ever, and their end when the mock is closed.

export class PendingRequests {
  readonly #wakers = new Set<() => void>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Ends every wait, now and from now on. */
  close(): void {
    this.#closed = true;
    for (const wake of [...this.#wakers]) wake();
  }

  /**
   * Resolves after `ms` of real time, or when the mock is closed; for undefined, only then. Rejects with the signal's reason if it is
   * aborted.
   */
  wait(ms: number | undefined, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return resolve();
      if (signal?.aborted) return reject(signal.reason);
      const timer = ms === undefined ? undefined : setTimeout(() => settle(resolve), ms);
      const wake = () => settle(resolve);
      const aborted = () => settle(() => reject(signal?.reason));
      const settle = (how: () => void) => {
        clearTimeout(timer);
        this.#wakers.delete(wake);
        signal?.removeEventListener("abort", aborted);
        how();
      };
      this.#wakers.add(wake);
      signal?.addEventListener("abort", aborted, { once: true });
    });
  }
}
