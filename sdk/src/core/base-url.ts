// Decides which base URLs a secret may be sent to.
import type { Given } from "./access.js";
import type { Api } from "./api.js";
import { ConfigurationError } from "./errors.js";

const LOOPBACK = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/** The base URL without a trailing slash, its path prefix kept; throws when it cannot be meant or is not safe. */
export function checkBaseUrl(value: string, { env, root }: Api, given: Given): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const origin = `${url?.origin}`;
  const path = url?.pathname ?? "";
  const base = (origin + path).replace(/\/+$/, "");
  const problem =
    !/^http/.test(origin) || url?.href !== origin + path
      ? "is not https://host, with a path prefix at most"
      : root && base.endsWith(root)
        ? `ends in ${root}, which every method adds itself`
        : url.protocol === "http:" &&
            !/^(true|1)$/.test(given("allowInsecure", "ALLOW_INSECURE") as string) &&
            !LOOPBACK.test(url.hostname)
          ? `would send the key in clear. Use https, or pass allowInsecure: true or set ${env}_ALLOW_INSECURE=1`
          : "";
  // Only an origin is quoted: the rest may hold a password, and what is no URL may be one.
  const culprit = /^http/.test(origin) ? ` ${origin}` : "";
  if (problem) throw new ConfigurationError(`The base URL${culprit} ${problem}.`);
  return base;
}
