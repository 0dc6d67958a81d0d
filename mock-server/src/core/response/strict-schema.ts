// A copy of a schema that refuses fields it does not list, at any depth: what a mock says must be in the contract, word for word.
import { z } from "zod";

type Schema = z.core.$ZodType;
type Inside = (inner: Schema) => Schema;

/** Makes every plain object of a schema strict. Objects that say what else they take (`catchall`, loose, records) stay as they are. */
export function strictSchema(schema: Schema): Schema {
  const seen = new Map<Schema, Schema>();
  const inside: Inside = (inner) => {
    const known = seen.get(inner);
    if (known !== undefined) return known;
    const made = rebuild(inner as z.core.$ZodTypes, inside);
    seen.set(inner, made);
    return made;
  };
  return inside(schema);
}

/** Goes by the definition's type, not by class, so that a schema of another copy of zod is understood too. */
function rebuild(schema: z.core.$ZodTypes, inside: Inside): Schema {
  const { def } = schema._zod;
  switch (def.type) {
    case "object": {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, inside(field)]));
      return changed(schema, { shape, catchall: def.catchall === undefined ? z.never() : inside(def.catchall) });
    }
    case "array":
      return changed(schema, { element: inside(def.element) });
    case "record":
      return changed(schema, { valueType: inside(def.valueType) });
    case "union":
      return changed(schema, { options: def.options.map(inside) });
    case "nullable":
    case "optional":
    case "readonly":
    case "default":
      return changed(schema, { innerType: inside(def.innerType) });
    case "lazy":
      return z.lazy(() => inside(def.getter()));
    case "intersection":
      throw new TypeError(
        "An answer's schema is an intersection, which cannot be made strict: each side would refuse the other's fields. Use extend().",
      );
    default:
      return schema;
  }
}

function changed(schema: z.core.$ZodTypes, changes: Readonly<Record<string, unknown>>): Schema {
  return z.core.clone(schema, { ...schema._zod.def, ...changes } as never);
}
