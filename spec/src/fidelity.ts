// FIDELITY.md: every operation, status, parameter and field of every document, by how surely it is known.
import type { OpenApiDocument } from "./document.js";
import type { Certainty, Provenance } from "./provenance.js";

/** One fact of a document: what it is, and where its mark stands (none if it carries no mark, which a test forbids). */
export interface Fact {
  readonly kind:
    | "operation"
    | "status"
    | "parameter"
    | "field"
    | "security scheme"
    | "form of the key"
    | "rate limit"
    | "answer without operation";
  readonly name: string;
  readonly provenance: Provenance | undefined;
}

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const entries = (value: unknown): [string, Node][] =>
  isNode(value) ? Object.entries(value).filter((entry): entry is [string, Node] => isNode(entry[1])) : [];
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const mark = (node: Node) => node["x-provenance"] as Provenance | undefined;

/** Every fact of a document, in the document's order. */
export function factsOf(document: OpenApiDocument): Fact[] {
  const facts: Fact[] = [];
  for (const [path, methods] of entries(document.paths)) {
    for (const [method, operation] of entries(methods)) {
      const id = String(operation.operationId);
      facts.push({
        kind: "operation",
        name: `${id} (\`${method.toUpperCase()} ${path}\`)`,
        provenance: mark(operation),
      });
      for (const parameter of list(operation.parameters)) {
        const schema = isNode(parameter.schema) ? parameter.schema : {};
        facts.push({
          kind: "parameter",
          name: `${id}: ${parameter.in} \`${parameter.name}\``,
          provenance: mark(parameter) ?? mark(schema),
        });
      }
      for (const [status, response] of entries(operation.responses)) {
        facts.push({ kind: "status", name: `${id}: ${status}`, provenance: mark(response) });
        for (const [header, value] of entries(response.headers)) {
          facts.push({ kind: "field", name: `${id}: ${status} header \`${header}\``, provenance: mark(value) });
        }
        for (const [, media] of entries(response.content))
          facts.push(...fieldsOf(media.schema, `${id}: ${status} body`));
      }
      const limit = operation["x-rate-limit"];
      if (isNode(limit)) facts.push({ kind: "rate limit", name: id, provenance: mark(limit) });
      const body = isNode(operation.requestBody) ? operation.requestBody : {};
      for (const [, media] of entries(body.content)) facts.push(...fieldsOf(media.schema, `${id}: request body`));
    }
  }
  for (const [name, schema] of entries(document.components.schemas)) facts.push(...fieldsOf(schema, name));
  for (const [name, scheme] of entries(document.components.securitySchemes)) {
    facts.push({ kind: "security scheme", name, provenance: mark(scheme) });
    const form = scheme["x-key-form"];
    if (isNode(form)) facts.push({ kind: "form of the key", name: String(form.description), provenance: mark(form) });
  }
  const limit = document["x-rate-limit"];
  if (isNode(limit)) facts.push({ kind: "rate limit", name: "every operation", provenance: mark(limit) });
  for (const [status, response] of entries(document["x-unrouted-responses"])) {
    facts.push({ kind: "answer without operation", name: status, provenance: mark(response) });
  }
  return facts;
}

/** The properties of a schema, at any depth; a `$ref` leads to a component, whose fields are counted there. */
function fieldsOf(schema: unknown, at: string): Fact[] {
  if (!isNode(schema)) return [];
  const own = entries(schema.properties).flatMap(([name, property]): Fact[] => [
    { kind: "field", name: `\`${at}.${name}\``, provenance: mark(property) },
    ...fieldsOf(property, `${at}.${name}`),
  ]);
  const inside = ["allOf", "anyOf", "oneOf"].flatMap((word) =>
    list(schema[word]).flatMap((part) => fieldsOf(part, at)),
  );
  return [...own, ...inside, ...fieldsOf(schema.items, `${at}[]`)];
}

const meaning: Record<Certainty, string> = {
  documented: "the vendor's public documentation says it",
  observed: "seen in the vendor's public source or in an answer of the real server",
  inferred:
    "nobody says it. It is our reading, chosen so that a client that works here has the best chance with the real server",
};

/** The whole page, as Markdown. */
export function fidelityPage(documents: readonly OpenApiDocument[]): string {
  const lines = [
    "# Fidelity",
    "",
    "This page says how surely each operation, status, parameter and field is known. `npm run generate` writes it from the `x-provenance` marks of the documents in `openapi/`. Do not edit it.",
    "",
    ...Object.entries(meaning).map(([certainty, text]) => `- **${certainty}**: ${text}.`),
    "",
  ];
  for (const document of documents) lines.push(...section(document));
  return `${lines.join("\n").trimEnd()}\n`;
}

function section(document: OpenApiDocument): string[] {
  const facts = factsOf(document);
  const certainties = Object.keys(meaning) as Certainty[];
  const kinds = [...new Set(facts.map(({ kind }) => kind))];
  const count = (certainty: Certainty, kind: Fact["kind"]) =>
    facts.filter((fact) => fact.kind === kind && fact.provenance?.status === certainty).length;
  const lines = [
    `## ${document.info.title}`,
    "",
    `| | ${certainties.join(" | ")} |`,
    `|---|${certainties.map(() => "---:").join("|")}|`,
    ...kinds.map((kind) => `| ${kind} | ${certainties.map((certainty) => count(certainty, kind)).join(" | ")} |`),
    "",
  ];
  for (const certainty of certainties) {
    const rows = facts.filter(({ provenance }) => provenance?.status === certainty);
    if (rows.length === 0) continue;
    lines.push(`### ${document.info.title}: ${certainty}`, "", "| what | name | source |", "|---|---|---|");
    lines.push(
      ...rows.map(({ kind, name, provenance }) => `| ${kind} | ${cell(name)} | ${cell(provenance?.source ?? "")} |`),
      "",
    );
  }
  return lines;
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
