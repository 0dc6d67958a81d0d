// Writes API.md: every method, option and error, from the documents and from the comments in our own source.
import type { ApiRow } from "./apis.js";
import { type Operation, readResources } from "./document.js";
import { errorKinds, exampleCall, parameters, returnType, successType } from "./emit-resources.js";
import { type Document, refName } from "./openapi.js";
import { type Field, fieldsOf, shapeOf } from "./schema-fields.js";
import { classesOf, type Documented, functionOf, membersOf, namesOf } from "./source-docs.js";

const cell = (text: string) => text.replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function options(members: readonly Documented[], what = "option"): string {
  return table(
    [what, "type", "what it does"],
    members.map(({ name, type, text }) => [`\`${name}\``, type && `\`${type}\``, text]),
  );
}

/** Fields by their place in a body: `rows[].data`. */
function fields(head: string, rows: readonly Field[]): string {
  if (rows.length === 0) return "";
  return table(
    [head, "type", "", "what it is"],
    rows.map(({ name, type, required, secret, text }) => [
      `\`${name}\``,
      `\`${type}\``,
      [required ? "required" : "optional", secret ? "**secret**" : ""].filter(Boolean).join(", "),
      text,
    ]),
  );
}

/** What a call gives: its fields, for a list those of the page and then those of an item. */
function resultFields(document: Document, operation: Operation): string[] {
  const { success, list } = operation;
  if (!success) return [];
  const named = refName(success) ? ` (\`${successType(operation)}\`)` : "";
  if (!list) return [fields(`result${named}`, fieldsOf(document, success))];
  const item = refName(list.item) ? ` (\`${refName(list.item)}\`)` : "";
  const page = fieldsOf(document, success).filter(({ name }) => !name.includes("[]"));
  return [fields(`page${named}`, page), fields(`item${item}`, fieldsOf(document, list.item))];
}

function methodSection(row: ApiRow, document: Document, resource: string, operation: Operation): string {
  const signature = `${row.variable}.${resource}.${operation.name}(${parameters(operation).join(", ")}): ${returnType(operation)}`;
  const certainty = operation.certainty ? ` The operation is ${operation.certainty}.` : "";
  const query = operation.query.map(({ name, description, required, schema }) => {
    const { type, text } = shapeOf(document, schema);
    return {
      name,
      type,
      required: required ?? false,
      secret: false,
      text: [description, text].filter(Boolean).join(" "),
    };
  });
  const failures = errorKinds(operation).map(({ name, statuses }) => [
    `\`${name}\``,
    statuses.join(", "),
    [...new Set(operation.failures.filter(({ status }) => statuses.includes(status)).map((f) => f.description))].join(
      " ",
    ),
  ]);
  return [
    `#### \`${row.variable}.${resource}.${operation.name}\``,
    `${operation.summary}, by \`${operation.verb} ${operation.path}\`.${certainty}`,
    operation.description,
    `\`\`\`ts\n${signature}\n\`\`\``,
    `Example: \`${exampleCall(row, resource, operation)}\``,
    operation.body ? fields("body", fieldsOf(document, operation.body.schema)) : "",
    fields("query", query),
    ...resultFields(document, operation),
    table(["error", "status", "when"], failures),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function apiSection(source: string, row: ApiRow, document: Document): string {
  const resources = readResources(document).map(({ name, description, operations }) =>
    [
      `### \`${row.variable}.${name}\``,
      description,
      ...operations.map((operation) => methodSection(row, document, name, operation)),
    ].join("\n\n"),
  );
  const path = `${source}${row.name}/client.ts`;
  const [own = ""] = namesOf(path).filter((name) => name.endsWith("Options"));
  return [
    `## ${document.info.title}`,
    `\`${own}\` has the [options of every client](#options-of-a-client) and:`,
    options(membersOf(path, own)),
    ...resources,
    ...conflictSection(source, row, document),
    "### Functions",
    `\`${row.entry}\` exports these beside the client:`,
    ...row.functions.map(([name, file]) => functionSection(`${source}${file}.ts`, name)),
  ].join("\n\n");
}

/** The one error class that only some entries export. */
function conflictSection(source: string, { entry }: ApiRow, document: Document): string[] {
  const operations = readResources(document).flatMap((resource) => resource.operations);
  if (!operations.some((operation) => errorKinds(operation).some(({ name }) => name === "ConflictError"))) return [];
  const [conflict] = classesOf(`${source}core/conflict-error.ts`);
  return [
    "### `ConflictError`",
    `${conflict?.text ?? ""} \`${entry}\` exports it, beside the [errors](#errors) that every entry exports.`,
  ];
}

function functionSection(path: string, name: string): string {
  const { signatures, text } = functionOf(path, name);
  return [`#### \`${name}\``, `\`\`\`ts\n${signatures.join("\n")}\n\`\`\``, text].join("\n\n");
}

/** What the lifecycle's entry exports: its functions, each with the options it takes. */
function lifecycleSection(source: string): string {
  const file = (name: string) => `${source}lifecycle/${name}.ts`;
  const rotate = file("rotate-key");
  const beside = options(membersOf(file("rotate-options"), "RotateBesideOptions"));
  return [
    "## Lifecycle",
    "`@terminus-hub/sdk/lifecycle` exports these functions, with `Rotation`, `RotationError` and `ConfigurationError`. [docs/lifecycle.md](docs/lifecycle.md) explains how they work together.",
    functionSection(rotate, "rotateKey"),
    options(membersOf(file("rotate-options"), "CommonOptions")),
    "Without `inPlace`, both keys work for a while. Then `rotateKey` also takes these options (`RotateBesideOptions`):",
    beside,
    "With `inPlace: true` (`RotateInPlaceOptions`), it takes no other option.",
    "A `Rotation` has:",
    options(membersOf(file("rotation"), "Rotation"), "member"),
    "The `state` of a `RotationError` has:",
    options(membersOf(file("rotation-error"), "RotationState"), "member"),
    functionSection(file("audit-keys"), "auditKeys"),
    options(membersOf(file("audit"), "AuditOptions")),
    "A `KeyAudit` has:",
    options(membersOf(file("audit"), "KeyAudit"), "member"),
    functionSection(file("audit-table"), "formatAudit"),
  ].join("\n\n");
}

/** `source` is the folder `src` of the SDK. */
export function emitApiPage(source: string, documents: readonly (readonly [ApiRow, Document])[]): string {
  const core = (file: string) => `${source}core/${file}.ts`;
  const errors = classesOf(core("errors"));
  const docOf = (name: string) => errors.find((error) => error.name === name)?.text ?? "";
  return `<!-- Generated by \`npm run generate\`. Do not edit: change spec/src or the comments in sdk/src. -->

# The SDK's API

This page lists every method, option and error. The [README](README.md) explains how they work together.

${documents.map(([row, document]) => apiSection(source, row, document)).join("\n\n")}

${lifecycleSection(source)}

## Options of a client

${options(membersOf(core("options"), "ClientOptions"))}

## Options of a client and of a call

${options([...membersOf(core("options"), "Limits"), ...membersOf(core("options"), "CallOptions")])}

## Options of a call

${options([...membersOf(core("options"), "RequestOptions"), ...membersOf(core("options"), "ListOptions")])}

Only lists take \`prefetch\`.

## What a client offers

Beside its resources, a client has:

${options(membersOf(core("client"), "Client"), "member")}

## What a call offers

A \`Call\` is a promise of its data. It also has:

${options(membersOf(core("call"), "Call"), "member")}

A \`List\` is a \`Call\` of one page. You can iterate over it with \`for await\`. It also has:

${options(membersOf(core("list"), "List"), "member")}

\`.withResponse()\` resolves to \`data\` and:

${options(membersOf(core("response-meta"), "ResponseMeta"), "member")}

## Errors

${table(
  ["class", "when"],
  errors
    .filter(({ name }) => !["SdkError", "ResponseError"].includes(name))
    .map(({ name, text }) => [`\`${name}\``, text]),
)}

Every client's entry exports all of these. Only the clients whose API declares a 409 export \`ConflictError\` too.

### \`SdkError\`

${docOf("SdkError")} \`isSdkError(error)\` narrows to it. The main entry also exports the two as \`TerminusError\` and \`isTerminusError\`. An \`SdkError\` has \`name\`, \`message\`, \`cause\` and:

${options(membersOf(core("errors"), "SdkError"), "member")}

### \`ResponseError\`

${docOf("ResponseError")} It is the base of every class with a status in the table, and of \`UnexpectedResponseError\`. After \`error instanceof ResponseError\`, whatever the status, you can read:

${options(membersOf(core("errors"), "ResponseError"), "member")}

### \`isSdkError\`

${functionSection(core("errors"), "isSdkError").replace(/^.*\n\n/, "")} The main entry also exports it as \`isTerminusError\`.
`;
}
