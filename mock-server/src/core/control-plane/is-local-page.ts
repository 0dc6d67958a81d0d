// Whether a request may come from a web page of another origin: browsers say so themselves, in headers that a page cannot change.

/** False where a browser says that a page of another origin, or of another site, is asking. Programs other than browsers say nothing. */
export function isLocalPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === new URL(request.url).origin;
}
