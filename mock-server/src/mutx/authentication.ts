// Who is asking: a Bearer (a key or an access token) first, X-API-Key only where there is none. What is wrong is told in three sentences, one of which misleads.
import { errors, keyForm, loginRateLimit } from "@terminus-hub/spec/mutx";
import type { Check, RequestContext } from "../core/request/request-context.js";
import { fingerprint } from "../core/state/secret-vault.js";
import type { Account, StoredKey } from "./state.js";
import type { MutxTypes } from "./types.js";

type MutxContext = RequestContext<MutxTypes>;

const KEY_HEADER = "x-api-key";
/** Callers without a key are counted by their address, of which a mock has one. */
const ADDRESS = "callers without a key";
const LOGIN = "login";

/** `Bearer x`, the word in any case, any blanks between. */
function bearerOf(context: MutxContext): string | undefined {
  const parts = (context.request.header("authorization") ?? "").split(/\s+/).filter((part) => part !== "");
  const [word, token] = parts;
  return parts.length === 2 && word?.toLowerCase() === "bearer" ? token : undefined;
}

/** Finds out who is asking, ahead of everything and whatever is asked; refuses nobody. */
export const identified: Check<MutxTypes> = {
  name: "identity",
  run: (context) => {
    const bearer = bearerOf(context);
    const token = bearer === undefined ? undefined : context.state.tokens.find(bearer);
    const { services } = context;
    if (token !== undefined && token.expires_at > services.clock.now()) {
      context.identity = { kind: "token", account: token.account, token };
      context.credential = token.id;
      return undefined;
    }
    const key = workingKey(context, bearer ?? context.request.header(KEY_HEADER) ?? "");
    if (key === undefined) return undefined;
    key.last_used = services.clock.now();
    context.identity = { kind: "key", account: key.account, key };
    context.credential = key.id;
    return undefined;
  },
};

function workingKey({ state, services }: MutxContext, secret: string): StoredKey | undefined {
  if (!secret.startsWith(keyForm.prefix)) return undefined;
  const key = state.vault.find(secret);
  return key === undefined || isExpired(key, services.clock.now()) ? undefined : key;
}

const isExpired = ({ expires_at }: StoredKey, now: number): boolean => expires_at !== null && expires_at <= now;

/** 429, counted for each key before the path is looked at; logins have a second, smaller window. */
export const underLimits: Check<MutxTypes> = {
  name: "rate limit",
  run: (context) => {
    const { limiter } = context.services;
    const rule = limiter.get();
    if (rule === false) return undefined;
    const name = bucket(context);
    if (limiter.take(name) !== undefined) return refuseLimited(context, name, Math.ceil(rule.window / 1_000));
    if (context.operation?.operationId !== LOGIN || context.state.logins.take(LOGIN) === undefined) return undefined;
    return refuseLimited(context, LOGIN, loginRateLimit.windowSeconds);
  },
};

/** The server names the whole window as the time to wait, however much of it is over. */
function refuseLimited(context: MutxContext, name: string, retryAfter: number) {
  return context.refuse({ kind: "rate-limited", status: 429, retryAfter }, `${name}: over the limit`);
}

function bucket(context: MutxContext): string {
  if (context.identity?.kind === "key") return context.identity.key.id;
  const shown = context.request.header(KEY_HEADER) ?? bearerOf(context);
  return shown?.startsWith("mutx_") ? `unknown key ${fingerprint(shown).slice(0, 12)}` : ADDRESS;
}

/** 401 where the operation needs somebody. */
export const authenticated: Check<MutxTypes> = {
  name: "authentication",
  run: (context) => {
    const { operation, identity, request } = context;
    if (operation === undefined || operation.schemes.length === 0 || identity !== undefined) return undefined;
    const bearer = bearerOf(context);
    const secret = bearer ?? request.header(KEY_HEADER) ?? "";
    const message = !request.header("authorization")
      ? errors.missingAuthorization
      : bearer === undefined
        ? errors.invalidAuthorization
        : errors.invalidToken;
    return context.refuse({ kind: "unauthenticated", status: 401, message }, whyRefused(context, secret));
  },
};

function whyRefused({ state, services }: MutxContext, secret: string): string {
  const now = services.clock.now();
  const ago = (time: number): number => Math.max(0, Math.round((now - time) / 1_000));
  if (secret === "") return "no Bearer and no X-API-Key";
  if (!secret.startsWith(keyForm.prefix)) {
    return state.tokens.find(secret) === undefined ? "the token is unknown" : "the access token has expired";
  }
  const key = state.vault.find(secret);
  if (key?.expires_at != null) return `the key expired ${ago(key.expires_at)} s ago`;
  const revokedAt = state.vault.revokedAt(secret);
  if (revokedAt !== undefined) return `the key was revoked ${ago(revokedAt)} s ago`;
  return "the key is not of this mock. If it is a live key, it does not belong here: it opens a real account, so keep it out of tests and use the mock's own key";
}

/** The account that the request acts for. */
export function accountOf({ identity }: MutxContext): Account {
  if (identity === undefined) throw new Error("A handler ran without authentication.");
  return identity.account;
}
