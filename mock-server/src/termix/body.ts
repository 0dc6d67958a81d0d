// Bodies as this server reads them, before anything else: JSON or a form, whatever the route. Other types count as no body at all.
import { errors } from "@terminus-hub/spec/termix";
import { bodyText, jsonMistake, mediaType } from "../core/request/request-body.js";
import type { Check, RequestContext } from "../core/request/request-context.js";
import type { TermixTypes } from "./types.js";

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const decoder = new TextDecoder();

/** 500 for JSON that cannot be parsed and for a body that is too large, ahead of authentication. */
export const readableBody: Check<TermixTypes> = {
  name: "body",
  needsBody: true,
  run: (context) => {
    const type = mediaType(context.request.header("content-type") ?? "");
    if (type !== JSON_TYPE && type !== FORM_TYPE) return undefined;
    const failed = (why: string) =>
      context.refuse({ kind: "internal", status: 500, message: errors.internal }, `the body ${why}`);
    const { read } = context;
    if (read === "too-large") return failed(`is larger than ${context.api.maxBodyBytes} bytes`);
    const text = bodyText(context) ?? (read !== undefined && "bytes" in read ? decoder.decode(read.bytes) : "");
    if (text === "") return undefined;
    if (type === FORM_TYPE) {
      context.json = formFields(text);
      return undefined;
    }
    try {
      context.json = JSON.parse(text);
    } catch (error) {
      return failed(`is no JSON: ${jsonMistake(error)}`);
    }
    const isStructure = typeof context.json === "object" && context.json !== null;
    return isStructure ? undefined : failed("is JSON, but neither an object nor a list");
  },
};

function formFields(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return fields;
}

/** The fields that were sent, unchecked; undefined where there was no body. */
export function sentFields({ json }: RequestContext<TermixTypes>): Readonly<Record<string, unknown>> | undefined {
  return typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>) : undefined;
}

export const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
