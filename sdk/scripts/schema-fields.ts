// The fields of a body as rows for people: where each stands, what it takes, whether it has to be there, whether it is a secret.
import { type Document, resolve, type Schema } from "./openapi.js";

export interface Field {
  /** Where it stands: `name`, `data.attributes.note`, `rows[].data`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly text: string;
}

/** A reference that leads nowhere, or nothing, has no fields. */
const behind = (document: Document, schema: Schema | undefined): Schema => resolve(document, schema) ?? {};

const literal = (value: unknown) => JSON.stringify(value);

function typeOf(document: Document, schema: Schema): string {
  const { type, items, anyOf } = schema;
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (Array.isArray(allowed)) return allowed.map(literal).join(" | ");
  if (Array.isArray(anyOf)) return anyOf.map((part) => typeOf(document, behind(document, part))).join(" | ");
  const types = [type ?? "unknown"].flat();
  const shown = types.map((one) => {
    if (one === "array") return items ? `${typeOf(document, behind(document, items))}[]` : "unknown[]";
    return one === "integer" ? "number" : one;
  });
  return shown.join(" | ");
}

/** Bounds and default in words; nothing where there are none. */
function limits(schema: Schema): string {
  const said = (name: string, text: string) => (schema[name] === undefined ? [] : [`${text} ${literal(schema[name])}`]);
  const bounds = [
    ...said("minimum", "at least"),
    ...said("maximum", "at most"),
    ...said("minLength", "characters at least"),
    ...said("maxLength", "characters at most"),
    ...said("minItems", "items at least"),
    ...said("maxItems", "items at most"),
    ...said("format", "format"),
    ...said("pattern", "pattern"),
    ...said("default", "default"),
  ];
  const text = bounds.join(", ").replace(/(format|pattern) "((?:[^"\\]|\\.)*)"/g, (_, name, value) => {
    return `${name} \`${JSON.parse(`"${value}"`)}\``;
  });
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A schema's type, and what else can be said of its values. */
export function shapeOf(document: Document, schema: Schema | undefined): { type: string; text: string } {
  const own = behind(document, schema);
  return { type: typeOf(document, own), text: limits(own) };
}

/** Every field, parents before children. */
export function fieldsOf(document: Document, schema: Schema | undefined, prefix = ""): Field[] {
  const { properties = {}, required = [] } = behind(document, schema);
  return Object.entries(properties).flatMap(([key, given]) => {
    const own = behind(document, given);
    const { type, text } = shapeOf(document, own);
    const name = prefix + key;
    const description = given.description ?? own.description ?? "";
    const row: Field = {
      name,
      type,
      required: required.includes(key),
      secret: (given["x-secret"] ?? own["x-secret"]) === true,
      text: [description, text].filter(Boolean).join(" ").replace(/\s+/g, " "),
    };
    const below = own.items ? fieldsOf(document, own.items, `${name}[].`) : fieldsOf(document, own, `${name}.`);
    return [row, ...below];
  });
}
