// Decides which base URLs a secret may be sent to.
import { ConfigurationError } from "./errors.js";

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base URL without a trailing slash, its path prefix kept; throws when it cannot be meant or is not safe.
 * `root` is what every path starts with, `hint` how to allow http.
 */
export function checkBaseUrl(value: string, root: string, allowInsecure: boolean, hint: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const origin = url?.origin;
  const path = url?.pathname ?? "";
  const base = (origin + path).replace(/\/+$/, "");
  const problem =
    !/^http/.test(`${origin}`) || url?.href !== origin + path
      ? "is not https://host, with a path prefix at most"
      : base.endsWith(root)
        ? `ends in ${root}, which every method adds itself`
        : url.protocol === "http:" && !allowInsecure && !LOOPBACK.test(url.hostname)
          ? `would send the key in clear. Use https, or ${hint}`
          : "";
  // Only the origin is quoted: the rest may hold a password.
  if (problem) throw new ConfigurationError(`The base URL ${origin} ${problem}.`);
  return base;
}
