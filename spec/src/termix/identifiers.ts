// Identifiers and times of Termix, and the things its examples always show under the same id.
import { z } from "@hono/zod-openapi";
import type { Marked } from "../provenance.js";
import { keyForm } from "./security.js";
import { sources } from "./sources.js";

export const idPattern = /^[A-Za-z0-9_-]{21}$/;
export const tokenPrefixPattern = new RegExp(`^${keyForm.prefix}[0-9a-f]{8}$`);

/** How much of a token its prefix shows: that of every key, and eight digits. */
export const tokenPrefixLength = keyForm.prefix.length + 8;

/** An id in an answer. */
export const id = (mark: Marked, description: string, example: string) =>
  z
    .string()
    .regex(idPattern)
    .openapi({ ...mark, description, example });

/** A moment that the server took itself. */
export const time = (description: string, example: string) =>
  z.iso
    .datetime({ offset: true })
    .openapi({ ...sources.server, description: `${description} ISO 8601 in UTC, with milliseconds.`, example });

/** `{keyId}`: an open string, so that a malformed one is simply unknown (404). */
export const keyIdParam = z.object({
  keyId: z
    .string()
    .min(1)
    .openapi({
      ...sources.server,
      param: { name: "keyId", in: "path" },
      description: "The id of the key.",
      example: "V1StGXR8_Z5jdHi6B-myT",
    }),
});

export const examples = {
  keyId: "V1StGXR8_Z5jdHi6B-myT",
  userId: "x7Kp2Qm9LrT4vWc8Yb1Nd",
  token: `${keyForm.prefix}${"0123456789abcdef".repeat(4)}`,
  tokenPrefix: `${keyForm.prefix}01234567`,
  session: "eyJhbGciOiJIUzI1NiJ9.e30.x",
} as const;
