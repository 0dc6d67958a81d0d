// Whether requests are being answered: a client's clock moves on only when none is.

/** Time without a request that counts as quiet, where requests come over sockets and cannot be seen coming. */
const QUIET_MS = 25;

export class RequestActivity {
  readonly #real: () => number;
  #underWay = 0;
  #sockets = 0;
  #lastEnd = 0;

  constructor(real: () => number = Date.now) {
    this.#real = real;
  }

  /** Counts a request as under way until the returned function is called. */
  begin(): () => void {
    this.#underWay += 1;
    return once(() => {
      this.#underWay -= 1;
      if (this.#sockets > 0) this.#lastEnd = this.#real();
    });
  }

  /** Says that requests also arrive by ways that cannot be seen from their start, until the returned function is called. */
  expectSockets(): () => void {
    this.#sockets += 1;
    this.#lastEnd = this.#real();
    return once(() => {
      this.#sockets -= 1;
    });
  }

  idle(): boolean {
    if (this.#underWay > 0) return false;
    return this.#sockets === 0 || this.#real() - this.#lastEnd >= QUIET_MS;
  }
}

function once(end: () => void): () => void {
  let over = false;
  return () => {
    if (!over) end();
    over = true;
  };
}
