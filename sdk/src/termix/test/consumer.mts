// What compiles with the published types of the Termix client.
import type { KeyStore } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Termix } from "@terminus-hub/sdk/termix";

export const store: KeyStore = keyStore(new Termix({ baseUrl: "https://termix.example.com" }), { userId: "u" });
