// Decides which base URLs a secret may be sent to.
import { ConfigurationError } from "./errors.js";

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base URL without a trailing slash, its path prefix kept; throws when it cannot be meant or is not safe.
 * `root` is what every path starts with, `hint` how to allow http.
 */
export function checkBaseUrl(value: string, root: string, allowInsecure: boolean, hint: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const path = url?.pathname.replace(/\/+$/, "") ?? "";
  const problem = !/^https?:$/.test(url?.protocol ?? "")
    ? "is no http(s) URL. Pass one like https://host.example."
    : url?.username || url?.password || url?.search || url?.hash
      ? "holds credentials, a query or a fragment. Remove them."
      : path.endsWith(root)
        ? `ends in ${root}, which every method adds itself. Remove it.`
        : url?.protocol === "http:" && !allowInsecure && !LOOPBACK.test(url.hostname)
          ? `would send the key in clear over http. Use https, or, on a network you trust, ${hint}.`
          : undefined;
  // Only the origin is quoted: the rest may hold a password.
  if (!url || problem) throw new ConfigurationError(`The base URL ${url?.origin ?? ""} ${problem}`);
  return url.origin + path;
}
