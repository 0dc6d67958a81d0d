// What a mock decides to do with a request. Each transport performs it in its own way.

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Real milliseconds to wait before the answer leaves. */
  readonly delay: number;
  /** The connection breaks after this number of bytes of the body. */
  readonly cutAfter?: number;
}

/** An answer, a connection that is reset without one, or nothing ever. */
export type Outcome = Answer | { readonly kind: "reset"; readonly delay: number } | { readonly kind: "hang" };

/** How a request ends without an answer. */
export type LostConnection = Exclude<Outcome, Answer>["kind"];
