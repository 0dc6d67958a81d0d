// The body of a request: its media type, its text, and what is said of a body that is not JSON.
import type { ApiTypes } from "../contract/services.js";
import { errorText } from "./error-text.js";
import type { RequestContext } from "./request-context.js";

/** The media type that a `Content-Type` names, without its parameters. */
export function mediaType(header: string): string {
  const end = header.indexOf(";");
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}

/** A byte order mark stays, so that no transport takes it for JSON. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What `JSON.parse` says of a mistake, without the piece of the text that it quotes: a secret may stand there. */
export function jsonMistake(error: unknown): string {
  return errorText(error).replace(/, (?:\.\.\.)?".*$/s, "");
}

/** The body as text; undefined where it is not UTF-8. */
export function bodyText(context: RequestContext<ApiTypes>): string | undefined {
  const { read } = context;
  if (read === undefined || read === "too-large") return "";
  if ("text" in read) context.bodyText = read.text;
  else {
    try {
      context.bodyText = decoder.decode(read.bytes);
    } catch {
      return undefined;
    }
  }
  return context.bodyText;
}
