// The little of OpenAPI that the generator reads.

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  description?: string;
  "x-secret"?: boolean;
  [key: string]: unknown;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
}

interface Body {
  content?: Record<string, { schema?: Schema; example?: unknown }>;
}

export interface OperationObject {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: Parameter[];
  requestBody?: Body & { required?: boolean };
  responses: Record<string, Body & { description?: string }>;
  security?: Record<string, string[]>[];
  servers?: { url: string }[];
  "x-sdk-method"?: string;
  "x-provenance"?: { status: string };
}

export interface Document {
  info: { title: string };
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components?: {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, { "x-key-form"?: { prefix: string } }>;
  };
}

/** The name of a component that a schema refers to. */
export function refName(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.replace(/^#\/components\/schemas\//, "");
}

/** What a schema is, behind the reference if it is one. */
export function resolve(document: Document, schema: Schema | undefined): Schema | undefined {
  const name = refName(schema);
  return name ? document.components?.schemas?.[name] : schema;
}

/** Merges every `allOf` of objects into one object, whose later parts win: intersections of arrays type badly. */
export function flatten(document: Document): Document {
  const copy = structuredClone(document);
  const merge = (schema: Schema): Schema => {
    if (!schema.allOf) return schema;
    const { allOf, ...rest } = schema;
    const parts = [...allOf.map((part) => merge(resolve(copy, part) ?? part)), rest];
    const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
    return {
      ...rest,
      type: "object",
      properties: Object.assign({}, ...parts.map((part) => part.properties)),
      ...(required.length ? { required } : {}),
    };
  };
  const visit = (node: unknown): unknown => {
    if (typeof node !== "object" || node === null) return node;
    if (Array.isArray(node)) return node.map(visit);
    return Object.fromEntries(Object.entries(merge(node as Schema)).map(([key, value]) => [key, visit(value)]));
  };
  return visit(copy) as Document;
}
