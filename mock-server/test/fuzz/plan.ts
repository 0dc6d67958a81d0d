// What fast-check draws: steps as plain data, so that they print and shrink, with places left open for what only the model knows.

/** Filled in when the step runs, with something the model knows under this name. */
export interface Known {
  readonly $known: string;
  readonly pick: number;
}

/** Put in place of a value in a body, where JSON has numbers that JavaScript cannot write. */
export interface RawNumber {
  readonly $number: string;
}

/** A change to a body that was valid before. `where` picks one of its places. */
export interface TreeChange {
  readonly change: "drop" | "replace" | "add";
  readonly where: number;
  readonly key: string;
  readonly value: unknown;
}

/** A change to the text of a body. */
export type TextChange =
  | { readonly change: "prefix" | "suffix" | "instead"; readonly text: string }
  | { readonly change: "cut"; readonly at: number }
  | { readonly change: "twice"; readonly key: string; readonly value: unknown }
  | { readonly change: "deep"; readonly levels: number; readonly open: "[" | '{"a":' }
  | { readonly change: "pad"; readonly bytes: number }
  | { readonly change: "bytes"; readonly bytes: readonly number[] };

export interface BodyPlan {
  readonly type: string;
  readonly value: unknown;
  readonly trees: readonly TreeChange[];
  readonly texts: readonly TextChange[];
  /** As text, or as bytes that pass through a stream. */
  readonly streamed: boolean;
}

/** A credential that works or once did, and what is done to it on the way. */
export interface CredentialPlan {
  readonly from: "live" | "dead" | "none";
  readonly pick: number;
  readonly twist: "" | "cut" | "longer" | "flip" | "case" | "scheme" | "spaces" | "unwrapped" | "doubled";
}

export interface RequestPlan {
  readonly kind: "request";
  readonly operation: number;
  /** In place of the operation's own. */
  readonly method?: string;
  readonly prefix: number;
  readonly params: Readonly<Record<string, string | Known>>;
  /** In place of the operation's path; `{}` stands for it. */
  readonly path?: string;
  readonly query: readonly (readonly [name: string, value: string | Known])[];
  readonly rawQuery: string;
  readonly body?: BodyPlan;
  /** In place of the body's own; undefined sends none. */
  readonly contentType?: { readonly value: string | undefined };
  readonly credential: CredentialPlan;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface ClockPlan {
  readonly kind: "clock";
  readonly advance: number;
}

/** The clock moves to where something ends, or a millisecond beside it. */
export interface DeadlinePlan {
  readonly kind: "deadline";
  readonly pick: number;
  readonly beside: -1 | 0 | 1;
}

/** Something that happens outside the API: a person in the web app. */
export interface DeedPlan<Deed> {
  readonly kind: "deed";
  readonly deed: Deed;
}

export type Step<Deed> = RequestPlan | ClockPlan | DeadlinePlan | DeedPlan<Deed>;
