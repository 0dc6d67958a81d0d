// Fills a path template so that no value can lead to another URL.
import { ConfigurationError } from "./errors.js";

/** Replaces each `{name}`. It refuses what a URL parser would resolve, drop or mistake for structure. */
export function fillPath(template: string, params: Record<string, unknown> = {}): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    const isText = /^(string|number)$/.test(typeof value);
    // What it holds is not repeated: it may be a secret, passed for an id by mistake.
    const text = isText ? `${value}` : "";
    const problem = !isText
      ? Object(value) === value
        ? "an object"
        : String(value)
      : /^\.{0,2}$/.test(text)
        ? `"${text}"`
        : // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
          /[\0-\x1f\x7f]/.test(text) && "not printable";
    if (problem) {
      throw new ConfigurationError(
        `The path parameter ${name} is ${problem}, which would lead to another URL. Nothing was sent.`,
      );
    }
    return encodeURIComponent(text);
  });
}
