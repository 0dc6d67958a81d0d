// The media type of a request body, read from its header.

/** The media type that a `Content-Type` names, without its parameters. */
export function mediaType(header: string): string {
  const end = header.indexOf(";");
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}
