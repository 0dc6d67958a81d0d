// Where the facts about New Api come from. Replace the guess by the pages, programs and answers that you have seen.
import { inferred } from "../provenance.js";

export const sources = {
  guess: inferred("Laid by `npm run new:api`. Nobody has looked at the vendor's pages yet."),
} as const;
