// Who is asking: an API key, or a browser session on the key operations. One 401 for every cause; the log says which.
import { keyForm } from "@terminus-hub/spec/terminus-hub";
import type { Reply } from "../core/contract/problem.js";
import { cookieValue } from "../core/request/cookie-value.js";
import type { Check, RequestContext } from "../core/request/request-context.js";
import { type Account, SESSION_COOKIE } from "./state.js";
import type { TerminusHubTypes } from "./types.js";

const SESSION_SCHEME = "sessionCookie";
const { prefix, description } = keyForm;
const FORM = new RegExp(keyForm.pattern);

type TerminusHubContext = RequestContext<TerminusHubTypes>;

/** 401 unless the request carries a key of this mock, or, on the key operations, a session. */
export const authenticated: Check<TerminusHubTypes> = {
  name: "authentication",
  run: (context) => {
    const header = context.request.header("authorization");
    if (header !== null) return byKey(context, header);
    const cookie = context.request.header("cookie");
    if (cookie !== null && takesSession(context)) return bySession(context, cookie);
    return unauthenticated(
      context,
      cookie === null
        ? "no Authorization header"
        : "no Authorization header, and a session opens only the key operations",
    );
  },
};

const unauthenticated = (context: TerminusHubContext, why: string): Reply =>
  context.refuse({ kind: "unauthenticated", status: 401 }, why);

function byKey(context: TerminusHubContext, header: string): Reply | undefined {
  const { state, services } = context;
  if (!header.startsWith("Bearer "))
    return unauthenticated(context, 'the Authorization header does not start with "Bearer "');
  const secret = header.slice("Bearer ".length);
  if (!secret.startsWith(prefix)) return unauthenticated(context, `the key does not start with "${prefix}"`);
  const key = FORM.test(secret) ? state.keys.find(secret) : undefined;
  if (key === undefined) return unauthenticated(context, whyUnknown(context, secret));
  key.last_used_at = services.clock.now();
  context.identity = { kind: "key", account: key.account, key };
  context.credential = key.id;
  return undefined;
}

function whyUnknown({ state, services }: TerminusHubContext, secret: string): string {
  if (!FORM.test(secret))
    return `the key is malformed: ${description} are expected, this one has ${secret.length - prefix.length}`;
  const revokedAt = state.keys.revokedAt(secret);
  if (revokedAt !== undefined) {
    return `the key was deleted ${Math.max(0, Math.round((services.clock.now() - revokedAt) / 1_000))} s ago`;
  }
  return "the key has the right form but is not of this mock. If it is a live key, it does not belong here: it opens real data, so keep it out of tests and use the mock's own key";
}

function takesSession({ operation, entry }: TerminusHubContext): boolean {
  const operations = operation === undefined ? [...(entry?.byMethod.values() ?? [])] : [operation];
  return operations.some(({ schemes }) => schemes.includes(SESSION_SCHEME));
}

function bySession(context: TerminusHubContext, cookie: string): Reply | undefined {
  const { state, services } = context;
  const token = cookieValue(cookie, SESSION_COOKIE);
  if (token === undefined) return unauthenticated(context, `no Authorization header and no cookie "${SESSION_COOKIE}"`);
  const session = state.sessions.find(token);
  if (session === undefined) return unauthenticated(context, "the session is unknown");
  if (session.expires_at <= services.clock.now()) return unauthenticated(context, "the session has expired");
  context.identity = { kind: "session", account: session.account, role: session.role };
  context.credential = session.id;
  return undefined;
}

/** 403 where the account's plan has no API access. */
export const planAllows: Check<TerminusHubTypes> = {
  name: "plan",
  run: (context) => {
    const { identity, credential } = context;
    if (identity?.account.plan !== "free") return undefined;
    // Whatever passes authentication counts, also what never gets as far as the limiter.
    if (credential !== undefined) context.services.limiter.take(credential);
    return context.refuse(
      { kind: "forbidden", status: 403, message: "API access is not included in your plan" },
      `the account "${identity.account.name}" is on the Free plan`,
    );
  },
};

/** 403 on the key operations for members, and for API keys where only sessions may manage keys. */
export const mayManageKeys: Check<TerminusHubTypes> = {
  name: "role",
  run: (context) => {
    const { identity, operation, state } = context;
    if (operation?.schemes.includes(SESSION_SCHEME) !== true) return undefined;
    const refuse = (why: string) =>
      context.refuse(
        { kind: "forbidden", status: 403, message: "Only account owners and admins can manage API keys" },
        why,
      );
    if (identity?.kind === "session" && identity.role === "member") return refuse("the session's role is member");
    if (identity?.kind === "key" && state.options.keyManagement === "session") {
      return refuse('an API key may not manage keys here (keyManagement: "session")');
    }
    return undefined;
  },
};

/** The account that the request acts for. */
export function accountOf({ identity }: TerminusHubContext): Account {
  if (identity === undefined) throw new Error("A handler ran without authentication.");
  return identity.account;
}
