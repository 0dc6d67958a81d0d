// The APIs that have a client here. Another one is another row.

export interface ApiRow {
  /** The folder below `src`, and the document's file name below `spec/openapi`. */
  readonly name: string;
  /** How examples call a client: `hub` in `hub.records.list()`. */
  readonly variable: string;
  /** Where the client is imported from. */
  readonly entry: string;
  /** Functions that its entry exports, with the file below its folder that holds each. */
  readonly functions: readonly (readonly [name: string, file: string])[];
}

const keyStore = ["keyStore", "key-store"] as const;

export const apis: readonly ApiRow[] = [
  { name: "terminus-hub", variable: "hub", entry: "@terminus-hub/sdk", functions: [keyStore] },
  { name: "termix", variable: "termix", entry: "@terminus-hub/sdk/termix", functions: [keyStore] },
  { name: "mutx", variable: "mutx", entry: "@terminus-hub/sdk/mutx", functions: [keyStore, ["parseTime", "time"]] },
  { name: "traylinx", variable: "traylinx", entry: "@terminus-hub/sdk/traylinx", functions: [keyStore] },
];
