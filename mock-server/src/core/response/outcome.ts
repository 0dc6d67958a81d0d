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

/** The connection is reset without an answer. */
export interface Reset {
  readonly kind: "reset";
  readonly delay: number;
}

/** Nothing ever comes. */
export interface Hang {
  readonly kind: "hang";
}

/** How a request ends without an answer. */
export type LostConnection = (Reset | Hang)["kind"];

export type Outcome = Answer | Reset | Hang;
