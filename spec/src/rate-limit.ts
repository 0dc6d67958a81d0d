// How many requests an API allows, said once. It travels as `x-rate-limit` into the document.
import type { Marked } from "./provenance.js";

/** A limit on the rate of requests, as the extension `x-rate-limit` of a document or of one operation holds it. */
export interface RateLimit extends Marked {
  /** How many requests one window allows. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** Whose requests are counted together; absent where it is not known. */
  readonly per?: "key";
}
