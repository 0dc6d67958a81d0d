// Where the facts about MUTX come from: the page of March 2026 for paths and promises, today's server for what travels on the wire.
import { documented, observed } from "../provenance.js";

export const sources = {
  page: documented("https://docs.mutx.dev/docs/api/api-keys"),
  server: observed(
    "MUTX (https://github.com/mutx-dev/mutx-dev), July 2026: its public source, and the answers of its routers when they were run",
  ),
} as const;
