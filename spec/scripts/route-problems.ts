// What keeps a route from being generated, one line for each: where it stands, what it lacks, and what to do.
import type { ApiDefinition } from "../src/define-api.js";
import { buildDocument, type OpenApiDocument } from "../src/document.js";
import { factsOf } from "../src/fidelity.js";
import { createJudge } from "../src/judge.js";
import type { DeclaredApi } from "./declared-routes.js";

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const entries = (value: unknown): [string, Node][] =>
  isNode(value) ? Object.entries(value).filter((entry): entry is [string, Node] => isNode(entry[1])) : [];
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

const GUIDE = "see CONTRIBUTING.md#an-endpoint.";

/** Lines for everything that is missing or wrong; none if all routes are whole. */
export function routeProblems(api: ApiDefinition, declared: DeclaredApi): string[] {
  // A document of routes that hide each other would tell of the wrong ones.
  const clashes = [...unlisted(api, declared), ...clashing(api, declared)];
  if (clashes.length > 0) return clashes;
  const document = buildDocument(api);
  return [
    ...incomplete(api, document, declared),
    ...unmarkedFields(document, declared),
    ...misfits(document, declared),
  ];
}

/** `renameApiKey (spec/src/terminus-hub/api-keys.ts)` */
function place({ routes }: DeclaredApi, operationId: string): string {
  const files = routes.filter((route) => route.operationId === operationId).map(({ file }) => file);
  return files.length > 0 ? `${operationId} (${files.join(" and ")})` : operationId;
}

function unlisted(api: ApiDefinition, { routes, lists }: DeclaredApi): string[] {
  return routes.flatMap(({ constant, operationId, file }) => {
    if (operationId === undefined) {
      return `${constant} (${file}) has no operationId of plain text. Write operationId: "${constant}" into it: ${GUIDE}`;
    }
    if (api.routes[operationId]) return [];
    const holder = lists.find(({ constants }) => constants.includes(constant));
    const own = lists.find((candidate) => candidate.file === file);
    const cure = holder
      ? `Spread ${holder.name} into routes in spec/src/${api.name}/index.ts`
      : own
        ? `Add it to ${own.name} at the end of that file`
        : `Export it from that file in an object whose name ends in Routes, and spread that into routes in spec/src/${api.name}/index.ts`;
    return `${constant} (${file}) is in no list of routes. ${cure}: ${GUIDE}`;
  });
}

function clashing(api: ApiDefinition, declared: DeclaredApi): string[] {
  const ids = declared.routes.map(({ operationId }) => operationId ?? "");
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  const routes = Object.values(api.routes);
  const nameOf = ({ method, path }: (typeof routes)[number]) => `${method.toUpperCase()} ${path}`;
  const tags = api.tags.map(({ name }) => name);
  return [
    ...twice.map((id) => `The operationId ${place(declared, id)} is declared twice. Rename one of the two.`),
    ...routes.flatMap((route, index) => {
      const earlier = routes.slice(0, index).find((other) => nameOf(other) === nameOf(route));
      if (!earlier) return [];
      const places = [earlier, route].map(({ operationId }) => place(declared, operationId));
      return `${places.join(" and ")} are both ${nameOf(route)}. Change one of the two.`;
    }),
    ...routes.flatMap(({ operationId, tags: own = [] }) =>
      own
        .filter((tag) => !tags.includes(tag))
        .map(
          (tag) =>
            `${place(declared, operationId)} has the tag "${tag}", which spec/src/${api.name}/index.ts does not declare. Use ${tags.map((name) => `"${name}"`).join(", ")}, or add it to tags there.`,
        ),
    ),
  ];
}

/** Whether a mark says how surely a fact is known, and by which source. */
function isMarked(provenance: unknown): boolean {
  const { status, source } = isNode(provenance) ? provenance : {};
  return ["documented", "observed", "inferred"].includes(String(status)) && String(source ?? "").length >= 8;
}

interface Operation {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Node;
}

function operationsOf(document: OpenApiDocument): Operation[] {
  return entries(document.paths).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => ({ id: String(operation.operationId), path, method, operation })),
  );
}

function exampleOf({ example, schema }: Node): unknown {
  const own = isNode(schema) ? schema : {};
  return example ?? own.example ?? (Array.isArray(own.examples) ? own.examples[0] : undefined);
}

function incomplete(api: ApiDefinition, document: OpenApiDocument, declared: DeclaredApi): string[] {
  const unmarked = factsOf(document).filter(({ provenance }) => !isMarked(provenance));
  return operationsOf(document).flatMap(({ id, operation }) => {
    const without = (facts: typeof unmarked) =>
      facts.flatMap(({ name }) => {
        // `listApiKeys: query `limit``, `listApiKeys: 200` or, for the operation itself, `listApiKeys (`GET /...`)`.
        const [owner, what = ""] = name.replaceAll("`", "").split(/: | \(/);
        if (owner !== id) return [];
        return name.startsWith(`${id} (`) ? "x-provenance" : `x-provenance of ${what.replace("body.", "body ")}`;
      });
    const required = list(operation.parameters).filter((each) => each.in === "path" || each.required === true);
    const bodies = isNode(operation.requestBody) ? entries(operation.requestBody.content) : [];
    const answers = entries(operation.responses).flatMap(([status, answer]) =>
      entries(answer.content).some(([, media]) => media.example === undefined) ? [`example of ${status}`] : [],
    );
    const missing = [
      ...without(unmarked),
      ...["summary", "description"].filter((word) => !operation[word]),
      ...(api.routes[id]?.tags?.length ? [] : ["tag"]),
      ...required
        .filter((each) => exampleOf(each) === undefined)
        .map((each) => `example of the parameter ${each.name}`),
      ...(bodies.some(([, media]) => media.example === undefined) ? ["request example"] : []),
      ...answers,
    ];
    if (missing.length === 0) return [];
    const all = missing.map((what) => `no ${what}`);
    const last = all.pop();
    const said = all.length > 0 ? `${all.join(", ")} and ${last}` : last;
    return `${place(declared, id)} has ${said}. Add ${missing.length > 1 ? "them" : "it"}: ${GUIDE}`;
  });
}

/** Fields of components belong to no single route. */
function unmarkedFields(document: OpenApiDocument, { components }: DeclaredApi): string[] {
  const ids = operationsOf(document).map(({ id }) => id);
  return factsOf(document)
    .filter(({ provenance }) => !isMarked(provenance))
    .map(({ name }) => name.replaceAll("`", ""))
    .filter((name) => !ids.includes(name.split(/: | \(/)[0] ?? ""))
    .map((name) => {
      const file = components.get(name.split(/[.[]/)[0] ?? "");
      return `${name}${file ? ` (${file})` : ` (${document.info.title})`} has no x-provenance. Add it: ${GUIDE}`;
    });
}

/** Examples that do not fit their own schemas, by the judge that tests use. */
function misfits(document: OpenApiDocument, declared: DeclaredApi): string[] {
  const judge = createJudge(document);
  return operationsOf(document).flatMap(({ id, path, method, operation }) => {
    const parameters = list(operation.parameters);
    const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name) =>
      encodeURIComponent(String(exampleOf(parameters.find((each) => each.name === name) ?? {}) ?? "an-id")),
    );
    const query = parameters.filter((each) => each.in === "query" && each.required === true);
    const search = new URLSearchParams(
      query.map((each): [string, string] => [String(each.name), String(exampleOf(each))]),
    );
    const wrong = (what: string, problems: readonly string[]) =>
      problems
        .filter((problem) => !problem.includes("no credential of"))
        .map((problem) => problem.slice(problem.indexOf(": ") + 2))
        .map(
          (problem) =>
            `${place(declared, id)} has an example of ${what} that does not fit: ${problem}. Correct it: ${GUIDE}`,
        );
    const request = (headers: Record<string, string>, body?: unknown) =>
      judge.request({ method, url: `${filled}${search.size ? `?${search}` : ""}`, headers, body }).problems;
    const bodies = isNode(operation.requestBody) ? entries(operation.requestBody.content) : [];
    const requests = bodies.filter(([, media]) => media.example !== undefined);
    return [
      ...(bodies.length === 0 ? wrong("its parameters", request({})) : []),
      ...requests.flatMap(([type, { example }]) => wrong("its request", request({ "content-type": type }, example))),
      ...entries(operation.responses).flatMap(([status, response]) => {
        const headers = Object.fromEntries(
          entries(response.headers).map(([key, { example }]) => [key, String(example)]),
        );
        const media = entries(response.content);
        const answer = (own: Record<string, string>, body: unknown) =>
          wrong(status, judge.response({ method, path: filled, status: Number(status), headers: own, body }).problems);
        if (media.length === 0) return answer(headers, undefined);
        return media
          .filter(([, { example }]) => example !== undefined)
          .flatMap(([type, { example }]) => answer({ ...headers, "content-type": type }, example));
      }),
    ];
  });
}
