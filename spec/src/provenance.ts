// How surely each fact of a contract is known, and who says so: the mark that travels as `x-provenance` into the document.

/**
 * - `documented`: the vendor's public documentation says it.
 * - `observed`: seen in the vendor's public source, or in an answer of the real server.
 * - `inferred`: nobody says it. It is our reading, chosen so that a client that works here has the best chance there.
 */
export type Certainty = "documented" | "observed" | "inferred";

/** The value of an `x-provenance` extension. `source` is a page address for documented facts, and the reasoning for inferred ones. */
export interface Provenance {
  readonly status: Certainty;
  readonly source: string;
}

/** An object to spread into whatever carries the mark: a route, a response, a field's `.openapi({...})`. */
export interface Marked {
  readonly "x-provenance": Provenance;
}

/** Marks a fact that the vendor's documentation states; `source` is the page's address. */
export const documented = (source: string): Marked => ({ "x-provenance": { status: "documented", source } });

/** Marks a fact seen in the vendor's public source or in an answer of the real server. */
export const observed = (source: string): Marked => ({ "x-provenance": { status: "observed", source } });

/** Marks our own reading; `reason` says what it rests on. */
export const inferred = (reason: string): Marked => ({ "x-provenance": { status: "inferred", source: reason } });
