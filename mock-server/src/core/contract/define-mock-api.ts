// Completes what an API says of itself: its contract and what nearly every API has the same fill the rest of what the core asks for.
import type { z } from "zod";
import { TOKEN_FORM, TOKEN_PREFIX } from "../state/json-web-token.js";
import type { HandedOut } from "../state/secret-vault.js";
import type { MockApi } from "./mock-api.js";
import type { ApiTypes, Services } from "./services.js";

/** What is read of the contract of an API. */
interface Contract<Routes> {
  readonly name: string;
  readonly naming: { readonly env: string };
  readonly title: string;
  readonly routes: Routes;
  readonly servers: readonly { readonly url: string }[];
  readonly rateLimit?: { readonly limit: number; readonly windowSeconds: number };
  readonly unroutedResponses: Readonly<Record<string, unknown>>;
}

/** State that has handed out a key, unless it came from a snapshot. */
interface KeyHolder {
  readonly primaryKey: HandedOut<{ readonly id: string }> | undefined;
}

type Own<T extends ApiTypes> = Pick<
  MockApi<T>,
  | "actions"
  | "banner"
  | "checks"
  | "document"
  | "exportState"
  | "handlers"
  | "ownOptions"
  | "presets"
  | "problem"
  | "stateTable"
>;

interface Completion<T extends ApiTypes>
  extends Partial<Pick<MockApi<T>, "environment" | "secretFields" | "secretHeaders" | "trailingSlash" | "unrouted">> {
  /** The body of an error outside any operation; `unrouted` names other ones by status. */
  readonly errorEnvelope: z.ZodType;
  /** How a key is found in any text: what it starts with, and what follows as a pattern. */
  readonly keyInText: { readonly prefix: string; readonly rest: string };
  /** The API signs JSON web tokens, which are secrets too. */
  readonly hasTokens?: boolean;
  readonly State: new (input: T["stateInput"], services: Services, options: T["options"]) => T["state"];
}

const ONE_MEBIBYTE = 1_048_576;

/** An API as the core takes it, from its contract and what it alone does. */
export function defineMockApi<T extends ApiTypes & { readonly state: KeyHolder }>(
  { name, naming, title, routes, servers, rateLimit, unroutedResponses }: Contract<T["routes"]>,
  { errorEnvelope, keyInText, hasTokens = false, State, unrouted, environment, ...own }: Own<T> & Completion<T>,
): MockApi<T> {
  // The mock alone answers 403 outside an operation: to a Host that it does not answer to.
  const statuses = [...Object.keys(unroutedResponses), "403"];
  const key = `${keyInText.prefix}${keyInText.rest}`;
  return {
    name,
    title,
    routes,
    servers,
    unrouted: { ...Object.fromEntries(statuses.map((status) => [status, errorEnvelope])), ...unrouted },
    rateLimit: rateLimit === undefined ? false : { limit: rateLimit.limit, window: `${rateLimit.windowSeconds}s` },
    maxBodyBytes: ONE_MEBIBYTE,
    secretPrefixes: hasTokens ? [keyInText.prefix, TOKEN_PREFIX] : [keyInText.prefix],
    secretPattern: new RegExp(hasTokens ? `${key}|${TOKEN_FORM.source}` : key, "g"),
    secretHeaders: [],
    secretFields: [],
    environment: (state, baseUrl, apiKey) => ({
      [`${naming.env}_API_KEY`]: apiKey,
      [`${naming.env}_BASE_URL`]: baseUrl,
      ...environment?.(state, baseUrl, apiKey),
    }),
    createState: (input, services, options) => new State(input, services, options),
    defaultPreset: "default" as T["preset"],
    credentials: ({ primaryKey }) => primaryKey && { apiKey: primaryKey.secret, credential: primaryKey.stored.id },
    ...own,
  };
}
