// How each declared status is provoked: from the document where that is enough, else by a scenario of the API's own.
import type { ApiName, Mock } from "../../src/index.js";
import type { Received, Sent } from "../transports.js";
import type { Operation } from "./operations.js";

/** What a provocation may use. */
export interface Stage<Name extends ApiName> {
  readonly mock: Mock<Name>;
  readonly send: (request: Sent) => Promise<Received>;
  /** The headers of a caller who may do everything. */
  readonly authorized: (operation: Operation) => Readonly<Record<string, string>>;
  /** A path with an id in it that does not exist, or with those given. */
  readonly path: (template: string, ids?: Readonly<Record<string, string>>) => string;
}

export type Provocation<Name extends ApiName> = (stage: Stage<Name>, operation: Operation) => Promise<Received>;

/** A status and the request that is answered so outside any operation. */
export interface Unrouted<Name extends ApiName> {
  readonly status: number;
  readonly request: (mock: Mock<Name>) => Sent;
  readonly arrange?: (mock: Mock<Name>) => void;
}

/** What the suite needs to know of an API beside its document. */
export interface Contract<Name extends ApiName> {
  readonly name: Name;
  readonly document: Readonly<Record<string, unknown>>;
  readonly authorized: (mock: Mock<Name>, operation: Operation) => Readonly<Record<string, string>>;
  /** Ids that exist nowhere, by the name of the path parameter. */
  readonly unknownIds: Readonly<Record<string, string>>;
  /** In place of the generic provocations, for this API. */
  readonly byStatus?: Readonly<Record<number, Provocation<Name>>>;
  /** What no generic provocation reaches. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<number, Provocation<Name>>>>>;
  readonly unrouted: readonly Unrouted<Name>[];
}

const json = { "content-type": "application/json" };

/** The request that an operation's example describes, with changes. */
export function exampleOf<Name extends ApiName>(
  operation: Operation,
  { authorized, path }: Stage<Name>,
  changes: Partial<Sent> = {},
): Sent {
  const headers = authorized(operation);
  return {
    method: operation.method,
    path: path(operation.path),
    server: operation.server,
    headers: operation.bodyExample === undefined ? headers : { ...headers, ...json },
    ...(operation.bodyExample !== undefined && { body: JSON.stringify(operation.bodyExample) }),
    ...changes,
  };
}

/** Sends the example, with changes. */
export const sending =
  <Name extends ApiName>(
    changes: (stage: Stage<Name>, operation: Operation) => Partial<Sent> | Promise<Partial<Sent>> = () => ({}),
  ): Provocation<Name> =>
  async (stage, operation) =>
    stage.send(exampleOf(operation, stage, await changes(stage, operation)));

/** Sends the example with another body. */
export const sendingBody = <Name extends ApiName>(
  body: (stage: Stage<Name>) => unknown | Promise<unknown>,
): Provocation<Name> => sending(async (stage) => ({ body: JSON.stringify(await body(stage)) }));

/** Sends the example to a path with these ids. */
export const sendingTo = <Name extends ApiName>(
  ids: (stage: Stage<Name>) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>,
): Provocation<Name> => sending(async (stage, { path }) => ({ path: stage.path(path, await ids(stage)) }));

/** Arranges something, then sends the example. */
export const after =
  <Name extends ApiName>(
    arrange: (stage: Stage<Name>) => unknown,
    provocation: Provocation<Name> = sending(),
  ): Provocation<Name> =>
  async (stage, operation) => {
    await arrange(stage);
    return provocation(stage, operation);
  };

const failing = (status: number): Provocation<ApiName> =>
  async function fail(stage, operation) {
    const { faults } = stage.mock as Pick<Mock, "faults">;
    faults.add({ operationId: operation.operationId as "getRecord", times: 1, status });
    return stage.send(exampleOf(operation, stage));
  };

/** Derived from the document, for any operation of any API: a new route needs none of these. */
const generic: Readonly<Record<number, Provocation<ApiName>>> = {
  400: sendingBody(() => ({})),
  401: sending(() => ({ headers: json })),
  404: sending(),
  413: sendingBody(() => "x".repeat(1_048_576)),
  415: sending((stage, operation) => ({ headers: { ...stage.authorized(operation), "content-type": "text/plain" } })),
  422: sending((_, { integerQuery, path }) =>
    integerQuery === undefined
      ? { body: "null" }
      : { path: `${path}?${integerQuery.name}=${integerQuery.minimum - 1}` },
  ),
  429: after(({ mock }) => mock.rateLimits.set({ limit: 0, window: "60s" })),
  500: failing(500),
  503: failing(503),
};

export function provocationOf<Name extends ApiName>(
  { scenarios, byStatus }: Contract<Name>,
  { operationId }: Operation,
  status: number,
): Provocation<Name> | undefined {
  return (
    scenarios[operationId]?.[status] ??
    byStatus?.[status] ??
    (generic[status] as Provocation<Name> | undefined) ??
    (status < 300 ? sending() : undefined)
  );
}
