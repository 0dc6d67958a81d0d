// The emitted document of an API by name, and its operations.
import { readFileSync } from "node:fs";

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Server {
  readonly url: string;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly servers?: readonly Server[];
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  readonly servers?: readonly Server[];
}

const documents = new Map<string, Document>();

/** The document of an API, such as `terminus-hub`. */
export function documentOf(api: string): Document {
  const known = documents.get(api);
  if (known) return known;
  const file = new URL(`../../spec/openapi/${api}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  documents.set(api, document);
  return document;
}

/** Every operation of a document, in its order. */
export function operationsOf({ paths }: Document): Operation[] {
  return Object.values(paths).flatMap((path) => Object.values(path));
}
