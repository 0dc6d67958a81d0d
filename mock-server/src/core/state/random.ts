// Where every id, secret, fault and piece of demo data is drawn: separate streams, from one seed or from the platform's cryptographic source.
import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();
const POOL_WORDS = 256;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A source of unsigned 32-bit integers. */
type Words = () => number;

/** sfc32, seeded through SHA-256 so that neighbouring seeds and stream names share nothing. */
function seededWords(seed: string): Words {
  const digest = sha256(encoder.encode(seed));
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  let a = view.getUint32(0);
  let b = view.getUint32(4);
  let c = view.getUint32(8);
  let counter = view.getUint32(12) | 1;
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
}

function platformWords(): Words {
  const pool = new Uint32Array(POOL_WORDS);
  let next = POOL_WORDS;
  return () => {
    if (next === POOL_WORDS) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    const word = pool[next] ?? 0;
    pool[next] = 0;
    next += 1;
    return word;
  };
}

export class RandomStream {
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  /** At least 0, below 1. */
  fraction(): number {
    return this.#words() / 4_294_967_296;
  }

  /** A whole number from 0 to `below` - 1, without bias. */
  integer(below: number): number {
    const limit = 4_294_967_296 - (4_294_967_296 % below);
    let word = this.#words();
    while (word >= limit) word = this.#words();
    return word % below;
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.integer(from.length)] ?? from[0];
  }

  /** `length` characters of `alphabet`, each equally likely. */
  text(length: number, alphabet: string): string {
    let text = "";
    for (let i = 0; i < length; i += 1) text += alphabet[this.integer(alphabet.length)];
    return text;
  }

  /** A UUID of version 4. */
  uuid(): string {
    const a = this.#words();
    const b = this.#words();
    const c = this.#words();
    const d = this.#words();
    const versioned = (b & 0xffff_0fff) | 0x4000;
    const marked = (c & 0x3fff_ffff) | 0x8000_0000;
    return `${word(a)}-${half(versioned >>> 16)}-${half(versioned)}-${half(marked >>> 16)}-${half(marked)}${word(d)}`;
  }
}

const half = (value: number): string => `${HEX[(value >>> 8) & 255]}${HEX[value & 255]}`;
const word = (value: number): string => half(value >>> 16) + half(value);

/** The streams of one mock. With a seed each name always yields the same draws; without, they come from `crypto`. */
export class RandomStreams {
  readonly seed: number | string | undefined;
  readonly ids: RandomStream;
  readonly secrets: RandomStream;
  readonly faults: RandomStream;

  constructor(seed?: number | string) {
    this.seed = seed;
    this.ids = this.stream("ids");
    this.secrets = this.stream("secrets");
    this.faults = this.stream("faults");
  }

  /** A fresh stream that starts anew for its name: demo data drawn late is the same as if drawn early. */
  stream(name: string): RandomStream {
    return new RandomStream(this.seed === undefined ? platformWords() : seededWords(`${this.seed}/${name}`));
  }
}
