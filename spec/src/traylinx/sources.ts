// Where the facts about Traylinx come from. The server is not public: most of the wire format is seen only from its own command-line client.
import { documented, inferred, observed } from "../provenance.js";

export const sources = {
  apiKeysPage: documented("https://docs.traylinx.com/hubs/user-guide/security/api-keys/"),
  authenticationPage: documented("https://www.mintlify.com/makakoo/traylinx/api-reference/authentication"),
  errorsSample: documented(
    "The documentation at https://docs.traylinx.com, of which the error sample could be read only in part",
  ),
  cli: observed("The vendor's command-line client (https://github.com/traylinx/traylinx-cli): what it sends and reads"),
  openAi: inferred(
    "That the model host is OpenAI-compatible is documented (https://docs.traylinx.com/hubs/user-guide/security/api-keys); the field is that of OpenAI's list of models.",
  ),
} as const;
