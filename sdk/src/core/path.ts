// Fills a path template so that no value can lead to another URL.
import { ConfigurationError } from "./errors.js";

/** Replaces each `{name}`; refuses what a URL parser would resolve, drop or mistake for structure. */
export function fillPath(template: string, params: Record<string, unknown> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    const text = `${value}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (!/^(string|number)$/.test(typeof value) || /^\.{0,2}$|[\0-\x1f\x7f]/.test(text)) {
      throw new ConfigurationError(
        `The path parameter ${name} is ${JSON.stringify(text)}, which would lead to another URL. Nothing was sent.`,
      );
    }
    return encodeURIComponent(text);
  });
}
