// The two ways in which MUTX writes a time: with an offset, and without one. Without one it means UTC.
import { z } from "@hono/zod-openapi";
import type { Marked } from "../provenance.js";
import { sources } from "./sources.js";

/** A time without an offset, which means UTC; one with an offset is taken too. */
export const utcTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A time with an offset, as RFC 3339 wants it. */
export const time = (description: string, example = "2026-03-22T12:00:00.123456Z") =>
  z.iso
    .datetime({ offset: true })
    .openapi({ ...sources.server, description: `${description} With \`Z\` and microseconds.`, example });

/** A time that comes without an offset: no `date-time`, so it has a pattern and no format. */
export const utcTime = (mark: Marked, description: string, example: string) =>
  z
    .string()
    .regex(utcTimePattern)
    .nullable()
    .openapi({
      ...mark,
      description: `${description} **In UTC, written without an offset**: add \`Z\` before you parse it, unless it has an offset.`,
      example,
    });

/** Writes a moment as the server writes `created_at`. */
export const formatTime = (moment: Date): string => moment.toISOString().replace("Z", "000Z");

/** Writes a moment as the server writes `expires_at` and `last_used`. */
export const formatUtcTime = (moment: Date): string => moment.toISOString().replace("Z", "000");
