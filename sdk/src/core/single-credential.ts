// The usual access, with one host and one key for every path.
import type { ApiTraits } from "./api-traits.js";
import { checkBaseUrl } from "./base-url.js";
import { type Credential, createAsk, type SecretSource } from "./credential.js";
import { ConfigurationError } from "./errors.js";

/** Access by one credential to one host, `baseUrl` unless the caller says otherwise. */
export function singleCredential(baseUrl: string, credential: Credential): ApiTraits["access"] {
  return (api, readOption) => {
    const { option } = credential;
    const source = readOption(option, credential.env) as SecretSource | undefined;
    if (!source) {
      throw new ConfigurationError(
        `${api.name} has no key. Pass ${option} or set ${api.env}_${credential.env}. Create a key at ${api.keyPage}.`,
      );
    }
    const base = checkBaseUrl((readOption("baseUrl", "BASE_URL") ?? baseUrl) as string, api, readOption);
    const origin = `${new URL(base).origin}/`;
    const ask = createAsk(source, credential, api);
    return {
      base: () => base,
      // A layer may send the request elsewhere. The key does not go with it.
      ask: (url, signal) => url.startsWith(origin) && ask(signal),
      rotates: typeof source === "function",
      resolved: { baseUrl: base, [option]: source },
    };
  };
}
