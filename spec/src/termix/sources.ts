// Where the facts about Termix come from: two pages of its documentation, and the server itself. Where they differ, the server wins.
import { documented, observed } from "../provenance.js";

export const sources = {
  apiKeysPage: documented("https://mintlify.wiki/Termix-SSH/Termix/security/api-keys"),
  server: observed(
    "Termix 2.7.0 (https://github.com/Termix-SSH/Termix): its public source, and its answers when it was run",
  ),
} as const;
