// Access to an API whose paths have different hosts and take different credentials.
import type { ApiTraits } from "./api-traits.js";
import { checkBaseUrl } from "./base-url.js";
import { type Ask, type Credential, createAsk, type Header, type SecretSource } from "./credential.js";
import { ConfigurationError } from "./errors.js";

/** Where some paths live, and what they take. */
export interface Place {
  /** The base URL, unless the caller gives one. It is absent if the API has no host of its own. */
  readonly server?: string | undefined;
  /** Names of security schemes, the preferred one first. It is empty if the path needs no credential. */
  readonly schemes: readonly string[];
}

/** The paths of one place, as the generator found them in the spec. */
export interface Route extends Place {
  readonly path: RegExp;
}

/** An API's places. */
export interface RouteTable {
  readonly routes: readonly Route[];
  /** Every path that is in no route. */
  readonly rest: Place;
  /** By the name of the security scheme. */
  readonly credentials: Readonly<Record<string, Credential>>;
  /** How else to get a credential, as a sentence. */
  readonly hint: string;
  /** A credential that appeared after the client was made, such as a session. It goes before the others. */
  current?(): Header | undefined;
}

/** If the options name a credential, takes back all the others. */
export function withoutOtherCredentials<Options extends object>(
  options: Options,
  credentials: readonly (keyof Options)[],
): Options {
  const others = credentials.filter((name) => options[name] === undefined);
  if (others.length === credentials.length) return options;
  // Not `undefined`, which keeps what is there.
  return { ...options, ...Object.fromEntries(others.map((name) => [name, null])) };
}

/**
 * Sends each credential only to the paths that take it, even if one base URL stands for several hosts. Without a credential the client can be made, and only what needs none can be called. `options` are the
 * caller's: what they name goes before what the environment holds.
 */
export function credentialByRoute(table: RouteTable, options: object): ApiTraits["access"] {
  const { routes, rest, credentials, hint } = table;
  return (api, readOption) => {
    const replaced = readOption("baseUrl", "BASE_URL") as string | undefined;
    const asks = new Map<Credential, Ask>();
    const resolved: Record<string, unknown> = {};
    let rotates = false;

    /** The first credential that is there, of those that the caller named if there are any. */
    const choose = (schemes: readonly string[]): Ask | undefined => {
      const all = schemes.flatMap((scheme) => credentials[scheme] ?? []);
      const named = all.filter(({ option }) => (options as Record<string, unknown>)[option]);
      for (const credential of named.length ? named : all) {
        const { option, env } = credential;
        const source = readOption(option, env) as SecretSource | undefined;
        if (!source) continue;
        const ask = asks.get(credential) ?? createAsk(source, credential, api);
        asks.set(credential, ask);
        resolved[option] = source;
        rotates ||= typeof source === "function";
        return ask;
      }
      return undefined;
    };

    const places = [...routes, { path: /^/, ...rest }].map(({ path, server, schemes }) => {
      if (!replaced && !server) {
        throw new ConfigurationError(
          `${api.name} needs a base URL, since every instance has its own. Pass baseUrl or set ${api.env}_BASE_URL.`,
        );
      }
      return { path, schemes, base: checkBaseUrl(`${replaced ?? server}`, api, readOption), ask: choose(schemes) };
    });
    if (new Set(places.map(({ base }) => base)).size === 1) resolved.baseUrl = places[0]?.base;

    return {
      base: (path) => places.find((place) => place.path.test(path))?.base as string,
      ask(url, signal) {
        const { origin, pathname } = new URL(url);
        const full = origin + pathname;
        const place = places.find(
          ({ base, path }) => full.startsWith(`${base}/`) && path.test(full.slice(base.length)),
        );
        // A layer may send the request elsewhere. No credential goes with it.
        if (!place || place.schemes.length === 0) return false;
        const current = table.current?.();
        if (current) return current;
        if (place.ask) return place.ask(signal);
        const ways = place.schemes.flatMap((scheme) => credentials[scheme] ?? []);
        const said = ways.map(({ option, env }) => `${option} or set ${api.env}_${env}`).join(", or ");
        throw new ConfigurationError(
          `${api.name} has no credential for ${pathname}. Pass ${said}. ${hint} Create a key at ${api.keyPage}. Nothing was sent.`,
        );
      },
      rotates,
      resolved,
    };
  };
}
