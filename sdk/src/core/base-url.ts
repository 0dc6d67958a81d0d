// Decides which base URLs a secret may be sent to.
import type { ReadOption } from "./access.js";
import type { ApiTraits } from "./api-traits.js";
import { describeOption } from "./environment.js";
import { ConfigurationError } from "./errors.js";
import { createRedact } from "./redact.js";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The base URL without a trailing slash and with its path prefix. Throws if it is not usable or not safe. */
export function checkBaseUrl(value: string, api: ApiTraits, readOption: ReadOption): string {
  const { env, root } = api;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const origin = `${url?.origin}`;
  const path = url?.pathname ?? "";
  const base = (origin + path).replace(/\/+$/, "");
  const problem = !/^https?:/i.test(value)
    ? "must start with https:// or http://"
    : url?.href !== origin + path
      ? "must be a host and an optional path, without a user, query or fragment"
      : root && base.endsWith(root)
        ? `ends in ${root}, which methods add themselves`
        : url.protocol === "http:" &&
            !/^(true|1)$/.test(readOption("allowInsecure", "ALLOW_INSECURE") as string) &&
            !LOOPBACK.test(url.hostname)
          ? `would send the key in clear. Use https, or pass allowInsecure: true or set ${env}_ALLOW_INSECURE=1`
          : "";
  if (!problem) return base;
  // As it was given, less what may be a password, a token or a key.
  const redacted = createRedact(api)(`${value}`.replace(/^(\w+:\/\/)?.*@|[?#].*/gs, "$1…"));
  throw new ConfigurationError(`The ${describeOption("baseUrl", value, `${env}_BASE_URL`)} "${redacted}" ${problem}.`);
}
