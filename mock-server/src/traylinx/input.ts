// The input of a request: 400 for a body that is missing, too large or no JSON, 422 for what it says.
import { errors } from "@terminus-hub/spec/traylinx";
import { bodyText, jsonMistake, mediaType } from "../core/request/request-body.js";
import type { Check } from "../core/request/request-context.js";
import { readInput } from "../core/request/request-input.js";
import type { TraylinxTypes } from "./types.js";

const JSON_TYPE = "application/json";

export const jsonBody: Check<TraylinxTypes> = {
  name: "body",
  needsBody: true,
  run: (context) => {
    if (context.operation?.body === undefined) return undefined;
    const refuse = (why: string) =>
      context.refuse({ kind: "malformed-body", status: 400, message: errors.malformedBody }, `the body ${why}`);
    if (context.read === "too-large") return refuse(`is larger than ${context.api.maxBodyBytes} bytes`);
    const text = bodyText(context);
    if (text === undefined) return refuse("is not UTF-8");
    if (text === "") return refuse("is missing");
    const type = mediaType(context.request.header("content-type") ?? JSON_TYPE);
    if (type !== JSON_TYPE) return refuse(`is "${type}"`);
    try {
      context.json = JSON.parse(text);
      return undefined;
    } catch (error) {
      return refuse(`is no JSON: ${jsonMistake(error)}`);
    }
  },
};

export const validInput: Check<TraylinxTypes> = {
  name: "input",
  run: (context) => {
    readInput(context);
    const { issues } = context;
    if (issues.length === 0) return undefined;
    const why = issues.map(({ in: where, path, message }) => `${[where, ...path].join(".")} ${message}`).join("; ");
    return context.refuse({ kind: "invalid", status: 422, issues }, why);
  },
};
