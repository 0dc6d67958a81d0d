// Who is asking: a token from the `jwt` cookie or, only without one there, from the Authorization header. `tmx_` makes it a key, anything else a session.
import { clearSessionCookie, errorEnvelope, errors, impersonationCode, keyForm } from "@terminus-hub/spec/termix";
import type { Reply } from "../core/contract/problem.js";
import { cookieValue } from "../core/request/cookie-value.js";
import type { IncomingRequest } from "../core/request/incoming-request.js";
import type { Check, RequestContext } from "../core/request/request-context.js";
import type { Identity, User } from "./state.js";
import type { TermixTypes } from "./types.js";

type TermixContext = RequestContext<TermixTypes>;

const FORM = new RegExp(keyForm.pattern);
const COOKIE = "jwt";
const BEARER = "Bearer ";
const IMPERSONATION_HEADER = "x-admin-target-user";
const ADMINS_ONLY: ReadonlySet<string> = new Set(["createApiKey", "listApiKeys", "deleteApiKey"]);

/** 401 without a valid credential, 403 on the key routes without an admin's. What does not exist is authenticated too. */
export const authenticated: Check<TermixTypes> = {
  name: "authentication",
  run: (context) => {
    const { operation, request } = context;
    if (operation !== undefined && operation.schemes.length === 0) return undefined;
    const token = tokenOf(request);
    if (!token) return unauthenticated(context, errors.missingToken, "no token in the jwt cookie or after `Bearer `");
    return token.startsWith(keyForm.prefix) ? byKey(context, token) : bySession(context, token);
  },
};

function unauthenticated(context: TermixContext, message: string, why: string): Reply {
  return context.refuse({ kind: "unauthenticated", status: 401, message }, why);
}

/** What follows a second space is ignored, so two spaces after `Bearer` leave nothing. */
function tokenOf(request: IncomingRequest): string | undefined {
  const inCookie = cookieValue(request.header("cookie") ?? "", COOKIE);
  if (inCookie) return inCookie;
  const header = request.header("authorization");
  return header?.startsWith(BEARER) ? header.split(" ")[1] : undefined;
}

function byKey(context: TermixContext, token: string): Reply | undefined {
  const { state, services, request } = context;
  if (request.header(IMPERSONATION_HEADER)) {
    context.why = "X-Admin-Target-User came with a key, which is refused before the key is looked at";
    return { status: 403, body: errorEnvelope(errors.impersonation, impersonationCode) };
  }
  const key = state.vault.find(token);
  if (key === undefined) return unauthenticated(context, errors.invalidApiKey, whyUnknown(context, token));
  context.credential = key.id;
  const now = services.clock.now();
  if (key.expires_at !== null && key.expires_at < now) {
    return unauthenticated(context, errors.expiredApiKey, `the key expired ${seconds(now - key.expires_at)} s ago`);
  }
  const refusal = adminRefusal(context, key.user);
  if (refusal !== undefined) return refusal;
  key.last_used_at = now;
  context.identity = { kind: "key", user: key.user, key };
  return undefined;
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000));

function whyUnknown({ state, services }: TermixContext, token: string): string {
  const revokedAt = state.vault.revokedAt(token);
  if (revokedAt !== undefined) return `the key was deleted ${seconds(services.clock.now() - revokedAt)} s ago`;
  return FORM.test(token)
    ? "the key has the right form but is not of this mock. If it is a live key, it does not belong here: it opens a real instance, so keep it out of tests and use the mock's own key"
    : `the key is malformed: ${keyForm.description} are expected`;
}

function bySession(context: TermixContext, token: string): Reply | undefined {
  const { state, services } = context;
  const session = state.sessions.find(token);
  const why =
    session === undefined
      ? "the session is unknown or has ended"
      : session.expires_at <= services.clock.now()
        ? "the session has expired"
        : undefined;
  if (session === undefined || why !== undefined) {
    const refusal = unauthenticated(context, errors.invalidToken, why ?? "");
    return { ...refusal, headers: { "set-cookie": clearSessionCookie } };
  }
  context.credential = session.id;
  const refusal = adminRefusal(context, session.user);
  if (refusal !== undefined) return refusal;
  context.identity = { kind: "session", user: session.user, session };
  return undefined;
}

/** The right is the owner's, as it is now. */
function adminRefusal(context: TermixContext, user: User): Reply | undefined {
  const { operation } = context;
  if (operation === undefined || !ADMINS_ONLY.has(operation.operationId) || user.is_admin) return undefined;
  return context.refuse(
    { kind: "forbidden", status: 403, message: errors.notAdmin },
    `the user "${user.username}" is no admin`,
  );
}

export function identityOf({ identity }: TermixContext): Identity {
  if (identity === undefined) throw new Error("A handler ran without authentication.");
  return identity;
}
