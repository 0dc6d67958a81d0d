// The operations of an emitted document, as far as a provocation needs to know them.

export interface Operation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** Its own first server, where it has one. */
  readonly server: string | undefined;
  readonly statuses: readonly number[];
  /** Of the JSON body; undefined where the operation takes none. */
  readonly bodyExample: unknown;
  readonly integerQuery: { readonly name: string; readonly minimum: number } | undefined;
  /** Names of the security schemes, any of which lets a caller in. */
  readonly schemes: readonly string[];
}

interface Server {
  readonly url: string;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly servers?: readonly Server[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly minimum?: number };
  }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly example?: unknown } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;

export function operationsOf(document: Readonly<Record<string, unknown>>): readonly Operation[] {
  return Object.entries(document.paths as Paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => {
      const integer = operation.parameters?.find((each) => each.in === "query" && each.schema.minimum !== undefined);
      return {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        server: operation.servers?.[0]?.url,
        statuses: Object.keys(operation.responses).map(Number),
        bodyExample: operation.requestBody?.content["application/json"].example,
        integerQuery: integer && { name: integer.name, minimum: integer.schema.minimum ?? 0 },
        schemes: (operation.security ?? []).flatMap((scheme) => Object.keys(scheme)),
      };
    }),
  );
}
