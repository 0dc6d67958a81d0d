// The APIs that have a client here. Another one is another row.

export interface ApiRow {
  /** The folder below `src`, and the document's file name below `spec/openapi`. */
  readonly name: string;
  /** How examples call a client: `hub` in `hub.records.list()`. */
  readonly variable: string;
}

export const apis: readonly ApiRow[] = [
  { name: "terminus-hub", variable: "hub" },
  { name: "termix", variable: "termix" },
  { name: "mutx", variable: "mutx" },
  { name: "traylinx", variable: "traylinx" },
];
