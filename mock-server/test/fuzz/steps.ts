// Steps drawn from a document: calls that are right, nearly right and hostile, the clock, and deeds of people.
import fc, { type Arbitrary } from "fast-check";
import { isJson, type Operation, type Parameter } from "./contract.js";
import type { FuzzedApi } from "./model.js";
import type { BodyPlan, CredentialPlan, Known, RequestPlan, Step, TextChange, TreeChange } from "./plan.js";
import { anyJson, hostileText, known, valuesOf } from "./schema-values.js";

/** Over the largest body that any of the APIs takes. */
const OVERSIZE = 1_048_577;

/** Mostly nothing. */
const SELDOM = [...Array.from({ length: 15 }, () => undefined), OVERSIZE];

const METHODS = [
  "PUT",
  "PATCH",
  "OPTIONS",
  "HEAD",
  "QUERY",
  "PROPFIND",
  "M-SEARCH",
  "LINK",
  "GET",
  "POST",
  "DELETE",
  "X",
];

const CONTENT_TYPES = [
  undefined,
  "",
  "application/json; charset=utf-8",
  "APPLICATION/JSON;charset=ISO-8859-1",
  "application/json;",
  'application/json ; q="a;b"',
  "application/jsonp",
  "application/problem+json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
  "text/json",
  "json",
  "*/*",
  "application/json, application/json",
];

const INTEGERS = [
  "0",
  "1",
  "2",
  "01",
  "-1",
  "+1",
  "1.0",
  "1e2",
  "0x10",
  " 1",
  "1 ",
  "",
  "null",
  "10000",
  "10001",
  "2147483648",
  "9007199254740991",
  "9007199254740992",
  "99999999999999999999999",
  "\u0663",
];

const PATHS = [
  "{}/",
  "/{}",
  "{}//",
  "{}/extra",
  "{}/..",
  "{}/.",
  "{}/%2e%2e",
  "{}%00",
  "{}%",
  "{}%zz",
  "{};jsessionid=1",
  "{}.json",
  "/",
  "/api",
  "/favicon.ico",
  "/__proto__",
  "/api/v1/__mock",
  "/api/v2/api_keys",
  "/%61pi/v1/api_keys",
  "/API/V1/API_KEYS",
  "/*",
  "/:id",
  "/%F0%9F%98%80",
];

const RAW_QUERIES = [
  "&",
  "=",
  "&&=&",
  "%",
  "%zz=1",
  "a[]=1&a[b]=2",
  "__proto__=1&constructor=2",
  "a=%00",
  "?",
  "a=b=c",
  "%E0%A4%A",
];

const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["accept", "text/html"],
  ["accept", "application/xml;q=0.9, */*;q=0"],
  ["x-http-method-override", "DELETE"],
  ["content-encoding", "gzip"],
  ["origin", "https://evil.example"],
  ["x-forwarded-for", "1.2.3.4, 5.6.7.8"],
  ["if-none-match", "*"],
  ["range", "bytes=0-1"],
  ["cookie", "a=b; c; =d; __proto__=e"],
  ["x-long", "y".repeat(8_000)],
  ["user-agent", ""],
  ["x-api-key", "nothing"],
];

const none: CredentialPlan = { from: "none", pick: 0, twist: "" };

const credentials: Arbitrary<CredentialPlan> = fc.oneof(
  { weight: 30, arbitrary: fc.nat({ max: 12 }).map((pick) => ({ from: "live" as const, pick, twist: "" as const })) },
  { weight: 2, arbitrary: fc.nat({ max: 12 }).map((pick) => ({ from: "dead" as const, pick, twist: "" as const })) },
  { weight: 1, arbitrary: fc.constant(none) },
  {
    weight: 2,
    arbitrary: fc.record({
      from: fc.constant("live" as const),
      pick: fc.nat({ max: 12 }),
      twist: fc.constantFrom("cut", "longer", "flip", "case", "scheme", "spaces", "unwrapped", "doubled"),
    }),
  },
);

/** One step after another, each drawn on its own, so that any of them can be left out while shrinking. */
export function sequences<Deed>(api: FuzzedApi<Deed>, longest: number): Arbitrary<Step<Deed>[]> {
  return fc.array(steps(api), { minLength: 1, maxLength: longest, size: "max" });
}

function steps<Deed>(api: FuzzedApi<Deed>): Arbitrary<Step<Deed>> {
  return fc.oneof(
    { weight: 40, arbitrary: requests(api) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("clock" as const), advance: fc.integer({ min: 0, max: 20_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("deadline" as const),
        pick: fc.nat({ max: 5 }),
        beside: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("deed" as const), deed: api.deeds }) },
  );
}

/** Mostly right calls, so that there is state to be wrong about; else one or two things wrong at a time. */
function requests<Deed>(api: FuzzedApi<Deed>): Arbitrary<RequestPlan> {
  return fc.oneof(
    ...api.contract.operations.map((operation, index) => {
      const right = rightRequests(api, operation, index);
      return fc.oneof(
        { weight: 6, arbitrary: right },
        { weight: 4, arbitrary: twisted(right, operation, api.oddHeaders) },
        { weight: 1, arbitrary: twisted(twisted(right, operation, api.oddHeaders), operation, api.oddHeaders) },
      );
    }),
  );
}

const working: CredentialPlan = { from: "live", pick: 0, twist: "" };

/** Calls of one operation that must work: every reference leads to something, and the credential may. */
export function workingRequests<Deed>(api: FuzzedApi<Deed>, operation: Operation): Arbitrary<RequestPlan> {
  const index = api.contract.operations.indexOf(operation);
  return rightRequests(api, operation, index, true).map((plan) => ({ ...plan, credential: working }));
}

/** The same with something about path, query or body changed, so that most of them must not work. */
export function doubtfulRequests<Deed>(api: FuzzedApi<Deed>, operation: Operation): Arbitrary<RequestPlan> {
  const twists = inputTwists(operation);
  if (twists.length === 0) return workingRequests(api, operation);
  return fc.tuple(workingRequests(api, operation), fc.oneof(...twists)).map(([plan, twist]) => twist(plan));
}

function rightRequests<Deed>(
  api: FuzzedApi<Deed>,
  operation: Operation,
  index: number,
  onlyWorking = false,
): Arbitrary<RequestPlan> {
  const references = new Set(api.references);
  const texts = (parameter: Parameter): Arbitrary<string | Known> =>
    valuesOf(api.contract, parameter.schema, parameter.name, references, onlyWorking).map((value) =>
      isJson(value) && "$known" in value ? (value as unknown as Known) : String(value),
    );
  const pathParams = operation.parameters.filter((parameter) => parameter.in === "path");
  const others = (where: Parameter["in"]) =>
    fc
      .tuple(
        ...operation.parameters
          .filter((parameter) => parameter.in === where)
          .map((parameter) =>
            fc.tuple(
              fc.constant(parameter.name),
              smallIntegers(parameter) ?? texts(parameter),
              parameter.required ? fc.constant(true) : fc.boolean(),
            ),
          ),
      )
      .map((drawn) => drawn.filter(([, , there]) => there).map(([name, value]) => [name, value] as const));
  const bodies = [...operation.bodies].map(([type, { schema }]) =>
    valuesOf(api.contract, schema, "", references, onlyWorking).map(
      (value): BodyPlan => ({ type, value, trees: [], texts: [], streamed: false }),
    ),
  );
  return fc
    .record({
      prefix: fc.nat({ max: operation.paths.length - 1 }),
      params: fc.record(Object.fromEntries(pathParams.map((parameter) => [parameter.name, texts(parameter)]))),
      query: others("query"),
      headers: others("header"),
      body: bodies.length === 0 ? fc.constant(undefined) : fc.oneof(...bodies),
      credential: credentials,
    })
    .map(({ body, headers, ...rest }) => ({
      kind: "request",
      operation: index,
      rawQuery: "",
      ...rest,
      headers: headers.filter(
        (pair): pair is readonly [string, string] => typeof pair[1] === "string" && isHeaderText(pair[1]),
      ),
      ...(body !== undefined && { body }),
    }));
}

/** Bounds are met where lists are small: a page of 3 says more than one of 7,000. */
function smallIntegers({ integer, schema }: Parameter): Arbitrary<string> | undefined {
  if (!integer) return undefined;
  const least = typeof schema.minimum === "number" ? schema.minimum : 0;
  const most = typeof schema.maximum === "number" ? schema.maximum : 100;
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: least, max: Math.min(most, least + 6) }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(least, most).map(String) },
  );
}

const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

type Twist = (plan: RequestPlan) => RequestPlan;

function twisted(
  right: Arbitrary<RequestPlan>,
  operation: Operation,
  oddHeaders: FuzzedApi<unknown>["oddHeaders"],
): Arbitrary<RequestPlan> {
  const twists = [...envelopeTwists(operation, oddHeaders), ...inputTwists(operation)];
  return fc.tuple(right, fc.oneof(...twists)).map(([plan, twist]) => twist(plan));
}

/** Changes to everything but the input that the operation declares. */
function envelopeTwists(operation: Operation, oddHeaders: FuzzedApi<unknown>["oddHeaders"]): Arbitrary<Twist>[] {
  const twists: Arbitrary<Twist>[] = [
    fc.constantFrom(...METHODS).map((method) => (plan) => ({ ...plan, method })),
    fc.constantFrom(...PATHS).map((path) => (plan) => ({ ...plan, path })),
    fc.constantFrom(...RAW_QUERIES).map((rawQuery) => (plan) => ({ ...plan, rawQuery })),
    fc.tuple(hostileText, hostileText).map((pair) => (plan) => ({ ...plan, query: [...plan.query, pair] })),
    fc.constantFrom(...CONTENT_TYPES).map((value) => (plan) => ({ ...plan, contentType: { value } })),
    fc
      .constantFrom(...ODD_HEADERS, ...oddHeaders, ...oddHeaders)
      .map((header) => (plan) => ({ ...plan, headers: [...plan.headers, header] })),
    fc
      .constantFrom(...operation.statuses, 200, 204, 404, 418, 700)
      .map((code) => (plan) => ({ ...plan, headers: [...plan.headers, ["prefer", `code=${code}`]] })),
    credentialTexts.map((header) => (plan) => ({ ...plan, credential: none, headers: [...plan.headers, header] })),
  ];
  if (operation.bodies.size === 0 && operation.method !== "GET") {
    twists.push(
      fc.tuple(anyJson, fc.boolean(), fc.constantFrom(...SELDOM)).map(([value, streamed, bytes]) => (plan) => {
        const texts: TextChange[] = bytes === undefined ? [] : [{ change: "pad", bytes }];
        return { ...plan, body: { type: "application/json", value, trees: [], texts, streamed } };
      }),
    );
  }
  return twists;
}

/** Changes to path parameters, query and body. */
function inputTwists(operation: Operation): Arbitrary<Twist>[] {
  const twists: Arbitrary<Twist>[] = [];
  const parameters = operation.parameters.filter((parameter) => parameter.in !== "header");
  if (parameters.length > 0) {
    const odd = parameters.map(({ name, in: where }) => oddValues(name).map((value) => ({ name, where, value })));
    twists.push(
      fc.oneof(...odd).map(
        ({ name, where, value }) =>
          (plan) =>
            withParameter(plan, where, name, value),
      ),
    );
    twists.push(
      fc.constantFrom(...parameters.map(({ name }) => name)).map((name) => (plan) => ({
        ...plan,
        query: [...plan.query, ...plan.query.filter(([there]) => there === name), [name, "1"]],
      })),
    );
  }
  if (operation.bodies.size > 0) {
    const body = (change: (body: BodyPlan) => BodyPlan) => (plan: RequestPlan) =>
      plan.body === undefined ? plan : { ...plan, body: change(plan.body) };
    twists.push(
      treeChanges.map((tree) => body((plan) => ({ ...plan, trees: [...plan.trees, tree] }))),
      treeChanges.map((tree) => body((plan) => ({ ...plan, trees: [...plan.trees, tree] }))),
      textChanges.map((text) => body((plan) => ({ ...plan, texts: [...plan.texts, text] }))),
      textChanges.map((text) => body((plan) => ({ ...plan, streamed: true, texts: [...plan.texts, text] }))),
      fc.constant(body((plan) => ({ ...plan, streamed: true }))),
      anyJson.map((value) => body((plan) => ({ ...plan, value }))),
      fc.constant(({ body: _, ...plan }: RequestPlan) => plan),
    );
  }
  return twists;
}

function withParameter(plan: RequestPlan, where: Parameter["in"], name: string, value: string | Known): RequestPlan {
  if (where === "path") return { ...plan, params: { ...plan.params, [name]: value } };
  return { ...plan, query: [...plan.query.filter(([there]) => there !== name), [name, value]] };
}

const oddValues = (name: string): Arbitrary<string | Known> =>
  fc.oneof(fc.constantFrom(...INTEGERS), hostileText, known(name), fc.constant("z".repeat(6_000)));

const credentialTexts: Arbitrary<readonly [string, string]> = fc.oneof(
  fc.constantFrom(
    ["authorization", ""] as const,
    ["authorization", "Bearer"] as const,
    ["authorization", "Bearer "] as const,
    ["authorization", "Basic dXNlcjpwYXNz"] as const,
    ["authorization", "Bearer null"] as const,
    ["authorization", "Bearer $API_KEY"] as const,
    ["authorization", `Bearer ${"A".repeat(9_000)}`] as const,
    ["cookie", ""] as const,
    ["x-api-key", ""] as const,
  ),
  fc
    .string({ maxLength: 40 })
    .filter(isHeaderText)
    .map((text) => ["authorization", `Bearer ${text}`] as const),
);

const treeChanges: Arbitrary<TreeChange> = fc.record({
  change: fc.constantFrom("drop", "replace", "add"),
  where: fc.nat({ max: 12 }),
  key: fc.oneof(fc.constantFrom("__proto__", "constructor", "extra", "id", "name", ""), hostileText),
  value: fc.oneof(fc.constantFrom(null, 0, "", [], {}, true), anyJson),
});

const smallTextChanges: Arbitrary<TextChange> = fc.oneof(
  fc.record({
    change: fc.constantFrom("prefix" as const, "suffix" as const),
    text: fc.constantFrom("\ufeff", " ", "\n\t ", ",", "}", "\u0000", "// comment\n", "{}", "\ud800"),
  }),
  fc.record({
    change: fc.constant("instead" as const),
    text: fc.oneof(
      fc.constantFrom("", " ", "null", "true", "0", '"text"', "[]", "{}", "{'name': 'x'}", '{"name": "x",}', "NaN"),
      fc.constantFrom(
        '{"name": "\\ud800"}',
        '{"name": "\ud800"}',
        '{"name": "a\tb"}',
        '{"name":1e999}',
        "\\",
        '{"name"',
      ),
      fc.string({ maxLength: 20 }),
    ),
  }),
  fc.record({ change: fc.constant("cut" as const), at: fc.nat({ max: 60 }) }),
  fc.record({
    change: fc.constant("twice" as const),
    key: fc.constantFrom("name", "workspace_id", "rows", "__proto__", "data"),
    value: fc.constantFrom(null, 1, "first", []),
  }),
  fc.record({
    change: fc.constant("deep" as const),
    levels: fc.constantFrom(50, 97, 98, 99, 100, 101, 102, 5_000, 200_000),
    open: fc.constantFrom("[" as const, '{"a":' as const),
  }),
  fc.record({
    change: fc.constant("bytes" as const),
    bytes: fc.constantFrom([0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xe2, 0x82]),
  }),
);

/** A mebibyte is seldom sent: it takes as long as a hundred other requests. */
const textChanges: Arbitrary<TextChange> = fc.oneof(
  { weight: 20, arbitrary: smallTextChanges },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(OVERSIZE, OVERSIZE, OVERSIZE, OVERSIZE - 1)
      .map((bytes) => ({ change: "pad" as const, bytes })),
  },
);
