// The checks of a body before its fields are read: its media type, its size, and that it is JSON.
import type { ApiTypes } from "../../contract/services.js";
import { bodyText, jsonMistake, mediaType } from "../request-body.js";
import type { Check } from "../request-context.js";

/** JSON nested deeper than this is refused as unreadable, as many JSON readers do. */
const DEEPEST = 100;

/** 415 where the operation takes a body and the request does not name a media type it takes. */
export const contentType: Check<ApiTypes> = {
  name: "content type",
  run: (context) => {
    const body = context.operation?.body;
    if (body === undefined) return undefined;
    const given = context.request.header("content-type");
    if (given !== null && body.contents.has(mediaType(given))) return undefined;
    const wanted = [...body.contents.keys()].join(" or ");
    return context.refuse(
      { kind: "unsupported-media-type", status: 415, message: `Content-Type must be ${wanted}` },
      given === null ? "the request has no Content-Type" : `the Content-Type is "${given}"`,
    );
  },
};

/** 413 where the operation takes a body and this one is larger than the API takes. */
export const bodySize: Check<ApiTypes> = {
  name: "size",
  needsBody: true,
  run: (context) => {
    if (context.read !== "too-large" || context.operation?.body === undefined) return undefined;
    const { maxBodyBytes } = context.api;
    return context.refuse({
      kind: "too-large",
      status: 413,
      message: `Request body is larger than ${maxBodyBytes} bytes`,
    });
  },
};

/** 400 where the operation takes a body and it is not JSON. */
export const jsonBody: Check<ApiTypes> = {
  name: "JSON",
  needsBody: true,
  run: (context) => {
    if (context.operation?.body === undefined) return undefined;
    const malformed = (why: string) =>
      context.refuse({ kind: "malformed-body", status: 400, message: "The request body is not valid JSON" }, why);
    const text = bodyText(context);
    if (text === undefined) return malformed("the body is not UTF-8");
    if (text === "") return malformed("the body is empty");
    if (deeperThan(text, DEEPEST)) return malformed(`the body is nested more than ${DEEPEST} levels deep`);
    try {
      context.json = JSON.parse(text);
      return undefined;
    } catch (error) {
      return malformed(jsonMistake(error));
    }
  },
};

/** Brackets inside strings are not counted. */
function deeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}
