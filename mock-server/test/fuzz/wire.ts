// From a plan to what goes to `mock.fetch`, and to the same request as the server gets to see it.
import { type Contract, isJson, type Operation } from "./contract.js";
import type { HeaderPairs, Model, SentRequest } from "./model.js";
import type { BodyPlan, CredentialPlan, Known, RequestPlan, TextChange, TreeChange } from "./plan.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder();

export interface WireRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly sent: SentRequest;
}

type Knows = Pick<Model<unknown>, "known" | "credentials">;

/** Fills a plan in with what the model knows. */
export function wireRequest(contract: Contract, plan: RequestPlan, model: Knows, baseUrl: string): WireRequest {
  const operation = contract.operations[plan.operation];
  if (operation === undefined) throw new RangeError(`A plan is for operation ${plan.operation}, which is none.`);
  const fill = filler(operation, model);
  const url = new URL(`${baseUrl}${pathOf(operation, plan, fill)}${queryOf(plan, fill)}`);
  const method = plan.method ?? operation.method;
  const body = plan.body === undefined || method === "GET" || method === "HEAD" ? undefined : written(plan.body, fill);
  return wire(method, url, headersOf(plan, operation, body !== undefined, model), body, plan.body?.streamed === true);
}

/** A request as it is given, without a plan. */
export function wire(
  method: string,
  url: URL,
  headers: Headers,
  body?: string | Uint8Array,
  streamed = false,
): WireRequest {
  const sentHeaders = new Headers(headers);
  let payload: RequestInit["body"];
  let received: SentRequest["body"];
  if (body !== undefined) {
    const bytes = typeof body === "string" ? encoder.encode(body) : body;
    const asBytes = streamed || typeof body !== "string";
    payload = asBytes ? new Uint8Array(bytes) : body;
    if (!asBytes && !sentHeaders.has("content-type")) sentHeaders.set("content-type", "text/plain;charset=UTF-8");
    received = {
      text: textOf(bytes),
      bytes: bytes.length,
      get lossy() {
        return lossy.decode(bytes);
      },
    };
  }
  return {
    url: url.href,
    init: { method, headers, ...(payload !== undefined && { body: payload }) },
    sent: {
      method,
      pathname: url.pathname,
      query: new URLSearchParams(url.search),
      headers: sentHeaders,
      body: received,
    },
  };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

type Fill = (value: Known) => string;

function filler(operation: Operation, model: Knows): Fill {
  return ({ $known: name, pick }) => {
    const values = model.known(operation.operationId, name);
    return values.length === 0 ? "none" : (values[pick % values.length] ?? "none");
  };
}

const isKnown = (value: unknown): value is Known => isJson(value) && typeof value.$known === "string";

function pathOf(operation: Operation, plan: RequestPlan, fill: Fill): string {
  const template = operation.paths[plan.prefix % operation.paths.length] ?? "/";
  const own = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = plan.params[name] ?? "";
    return encodeURIComponent((isKnown(value) ? fill(value) : value).replace(/\p{Surrogate}/gu, "\ufffd"));
  });
  return plan.path === undefined ? own : plan.path.replace("{}", own);
}

function queryOf(plan: RequestPlan, fill: Fill): string {
  const pairs = plan.query.map(([name, value]): [string, string] => [name, isKnown(value) ? fill(value) : value]);
  const text = [new URLSearchParams(pairs).toString(), plan.rawQuery].filter((part) => part !== "").join("&");
  return text === "" ? "" : `?${text}`;
}

function headersOf(plan: RequestPlan, operation: Operation, hasBody: boolean, model: Knows): Headers {
  const headers = new Headers();
  for (const [name, value] of credentialHeaders(plan.credential, operation, model)) headers.append(name, value);
  const type = plan.contentType === undefined ? (hasBody ? plan.body?.type : undefined) : plan.contentType.value;
  if (type !== undefined) headers.set("content-type", type);
  for (const [name, value] of plan.headers) headers.append(name, value);
  return headers;
}

function credentialHeaders({ from, pick, twist }: CredentialPlan, operation: Operation, model: Knows): HeaderPairs {
  if (from === "none") return [];
  const all = model.credentials(operation)[from];
  const pairs = all[pick % Math.max(1, all.length)] ?? [];
  if (twist === "doubled") return [...pairs, ...pairs];
  return pairs.map(([name, value]) => [name, twisted(value, twist)] as const);
}

function twisted(value: string, twist: CredentialPlan["twist"]): string {
  switch (twist) {
    case "cut":
      return value.slice(0, -1);
    case "longer":
      return `${value}x`;
    case "flip":
      return value.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    case "case":
      return value.toUpperCase();
    case "scheme":
      return value.replace(/^Bearer/, "bearer");
    case "spaces":
      return value.replace(" ", "  ");
    case "unwrapped":
      return value.replace(/^Bearer /, "");
    default:
      return value;
  }
}

function written({ type, value, trees, texts }: BodyPlan, fill: Fill): string | Uint8Array {
  let tree = filled(value, fill);
  for (const change of trees) tree = changedTree(tree, change);
  let text: string | Uint8Array =
    type === "application/x-www-form-urlencoded" ? formOf(tree) : withRawNumbers(JSON.stringify(tree) ?? "");
  for (const change of texts) {
    if (typeof text !== "string") break;
    text = changedText(text, change);
  }
  return text;
}

function filled(value: unknown, fill: Fill): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, fill));
  if (!isJson(value)) return value;
  if (isKnown(value)) return fill(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, fill)]));
}

function formOf(tree: unknown): string {
  const entries = isJson(tree) ? Object.entries(tree) : [];
  return new URLSearchParams(
    entries.map(([key, value]): [string, string] => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  ).toString();
}

const withRawNumbers = (text: string): string => text.replace(/\{"\$number":"([^"]+)"\}/g, "$1");

/** The change at one place of the tree, counted in the order of its fields. */
function changedTree(tree: unknown, { change, where, key, value }: TreeChange): unknown {
  const places = placesOf(tree, change === "add");
  const place = places[where % Math.max(1, places.length)];
  if (place === undefined) return value;
  return rebuilt(tree, place, (inner) => {
    if (change === "drop") return undefined;
    if (change === "replace") return value;
    return Object.fromEntries([...Object.entries(isJson(inner) ? inner : {}), [key, value]]);
  });
}

type Place = readonly (string | number)[];

/** Objects that can be added to, or everything inside the tree. */
function placesOf(tree: unknown, objects: boolean, here: Place = []): Place[] {
  const inner = Array.isArray(tree)
    ? tree.flatMap((item, i) => placesOf(item, objects, [...here, i]))
    : isJson(tree)
      ? Object.entries(tree).flatMap(([name, item]) => placesOf(item, objects, [...here, name]))
      : [];
  const counts = objects ? isJson(tree) : here.length > 0;
  return counts ? [here, ...inner] : inner;
}

/** `undefined` as the change's result leaves the place out. */
function rebuilt(tree: unknown, place: Place, change: (inner: unknown) => unknown): unknown {
  const [first, ...rest] = place;
  if (first === undefined) return change(tree);
  if (Array.isArray(tree)) {
    return tree.flatMap((item, i) => {
      const made = i === first ? rebuilt(item, rest, change) : item;
      return made === undefined ? [] : [made];
    });
  }
  if (!isJson(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, item]) => {
      const made = name === first ? rebuilt(item, rest, change) : item;
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

function changedText(text: string, change: TextChange): string | Uint8Array {
  switch (change.change) {
    case "prefix":
      return `${change.text}${text}`;
    case "suffix":
      return `${text}${change.text}`;
    case "instead":
      return change.text;
    case "cut":
      return text.slice(0, change.at);
    case "twice":
      return inserted(text, 0, `${JSON.stringify(change.key)}:${JSON.stringify(change.value)}`);
    case "deep": {
      const tower = `${change.open.repeat(change.levels)}0${(change.open === "[" ? "]" : "}").repeat(change.levels)}`;
      return inserted(text, text.lastIndexOf("{"), `"deep":${tower}`);
    }
    case "pad":
      return text + " ".repeat(Math.max(0, change.bytes - encoder.encode(text).length));
    case "bytes": {
      const marked = Math.max(0, text.lastIndexOf('"'));
      return joined(
        encoder.encode(text.slice(0, marked)),
        Uint8Array.from(change.bytes),
        encoder.encode(text.slice(marked)),
      );
    }
  }
}

/** A field more, right after the brace that opens an object at or after `from`. */
function inserted(text: string, from: number, field: string): string {
  const brace = text.indexOf("{", Math.max(0, from));
  if (brace < 0) return text;
  const comma = /^\s*\}/.test(text.slice(brace + 1)) ? "" : ",";
  return `${text.slice(0, brace + 1)}${field}${comma}${text.slice(brace + 1)}`;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
