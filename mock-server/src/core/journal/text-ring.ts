// Texts kept as bytes in one ring: the newest survive, and none is an object that the garbage collector would have to move about.

/** Where a text lies. */
export interface KeptText {
  readonly start: number;
  readonly length: number;
}

const FIRST_SIZE = 16_384;
/** The most bytes that one UTF-16 unit takes. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class TextRing {
  readonly #most: number;
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  /** Counts all bytes ever laid down, those skipped at the end of the ring included. */
  #head = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  keep(text: string): KeptText {
    const needed = text.length * MOST_BYTES;
    const bytes = this.#room(needed);
    const offset = this.#head % bytes.length;
    const { written } = encoder.encodeInto(text, bytes.subarray(offset, offset + needed));
    const kept = { start: this.#head, length: written };
    this.#head += written;
    return kept;
  }

  /** Undefined once newer texts have taken its place. */
  read({ start, length }: KeptText): string | undefined {
    const bytes = this.#bytes;
    if (bytes === undefined || start < this.#head - bytes.length) return undefined;
    const offset = start % bytes.length;
    return decoder.decode(bytes.subarray(offset, offset + length));
  }

  clear(): void {
    this.#bytes = undefined;
    this.#head = 0;
  }

  /** Grows up to the most it may take; from then on the oldest texts make room. */
  #room(needed: number): Uint8Array<ArrayBuffer> {
    let bytes = this.#bytes ?? new Uint8Array(FIRST_SIZE);
    while (this.#head + needed > bytes.length && bytes.length < this.#most) {
      const larger = new Uint8Array(Math.min(this.#most, bytes.length * 2));
      larger.set(bytes);
      bytes = larger;
    }
    this.#bytes = bytes;
    const left = bytes.length - (this.#head % bytes.length);
    if (left < needed) this.#head += left;
    return bytes;
  }
}
