// Tokens in the form of a JSON Web Token: claims that a client may read, and a signature that is the secret. Found by their hash like any other.
import type { RandomStream } from "./random.js";

const HEADER = { alg: "HS256", typ: "JWT" };
const SIGNATURE_LENGTH = 43;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const encoder = new TextEncoder();

/** Matches such tokens in any text; for `secretPattern`. */
export const TOKEN_FORM = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;
/** What each begins with; for `secretPrefixes`. */
export const TOKEN_PREFIX = "eyJ";

/** A token with these claims; times among them are seconds since 1970. */
export function jsonWebToken(claims: Readonly<Record<string, string | number>>, secrets: RandomStream): string {
  return `${encoded(HEADER)}.${encoded(claims)}.${secrets.text(SIGNATURE_LENGTH, ALPHABET)}`;
}

function encoded(part: object): string {
  const bytes = String.fromCharCode(...encoder.encode(JSON.stringify(part)));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
