// Who is asking: a person's access token for management, a project's secret key for model calls. Neither opens what is the other's.
import { errors, keyForm, publicKeyPrefix } from "@terminus-hub/spec/traylinx";
import type { Reply } from "../core/contract/problem.js";
import type { Check, RequestContext } from "../core/request/request-context.js";
import type { Person, Project } from "./state.js";
import type { TraylinxTypes } from "./types.js";

type TraylinxContext = RequestContext<TraylinxTypes>;

const PROJECT_KEY = "projectKey";
const BEARER = /^Bearer +(\S+)$/i;

/** 401 without the credential that the operation takes. */
export const authenticated: Check<TraylinxTypes> = {
  name: "authentication",
  run: (context) => {
    const { operation, request } = context;
    if (operation === undefined || operation.schemes.length === 0) return undefined;
    const secret = BEARER.exec(request.header("authorization") ?? "")?.[1];
    return operation.schemes.includes(PROJECT_KEY) ? byKey(context, secret) : byToken(context, secret);
  },
};

function byKey(context: TraylinxContext, secret: string | undefined): Reply | undefined {
  const { state, services } = context;
  const unauthenticated = (why: string): Reply =>
    context.refuse({ kind: "unauthenticated", status: 401, message: errors.invalidApiKey }, why);
  if (secret === undefined) return unauthenticated("no Authorization header with a Bearer");
  if (!secret.startsWith(keyForm.prefix)) {
    return unauthenticated(
      secret.startsWith(publicKeyPrefix)
        ? "the public key was sent, where the secret one is asked for"
        : state.tokens.find(secret) === undefined
          ? `the key does not start with "${keyForm.prefix}"`
          : "an access token was sent to the model host, which takes a project key alone",
    );
  }
  const now = services.clock.now();
  const key = state.vault.find(secret);
  if (key === undefined) return unauthenticated(whyUnknown(context, secret));
  if (key.expires_at !== null && key.expires_at <= now) {
    return unauthenticated(`the key expired ${seconds(now - key.expires_at)} s ago`);
  }
  key.last_used_at = now;
  context.identity = { kind: "key", project: key.project, key };
  context.credential = key.id;
  return undefined;
}

function whyUnknown({ state, services }: TraylinxContext, secret: string): string {
  const revokedAt = state.vault.revokedAt(secret);
  if (revokedAt !== undefined) return `the key was deleted ${seconds(services.clock.now() - revokedAt)} s ago`;
  return "the key is not of this mock. If it is a live key, it does not belong here: it opens a real project, so keep it out of tests and use the mock's own key";
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000));

function byToken(context: TraylinxContext, secret: string | undefined): Reply | undefined {
  const { state, services } = context;
  const unauthenticated = (why: string): Reply =>
    context.refuse({ kind: "unauthenticated", status: 401, message: errors.invalidAccessToken }, why);
  if (secret === undefined) return unauthenticated("no Authorization header with a Bearer");
  if (secret.startsWith(keyForm.prefix)) {
    return unauthenticated("a project key was sent to management, which takes a person's access token alone");
  }
  const token = state.tokens.find(secret);
  if (token === undefined) return unauthenticated("the access token is unknown");
  if (token.expires_at <= services.clock.now()) return unauthenticated("the access token has expired");
  context.identity = { kind: "person", person: token.person };
  context.credential = token.id;
  return undefined;
}

export function personOf({ identity }: TraylinxContext): Person {
  if (identity?.kind === "person") return identity.person;
  throw new Error("A management handler ran without a person.");
}

export function projectOf({ identity }: TraylinxContext): Project {
  if (identity?.kind === "key") return identity.project;
  throw new Error("A model handler ran without a project key.");
}
