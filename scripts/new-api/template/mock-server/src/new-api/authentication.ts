// Who is asking: an API key. One 401 for every cause; the log says which.
import { keyForm } from "@terminus-hub/spec/new-api";
import type { Check } from "../core/request/request-context.js";
import type { NewApiTypes } from "./types.js";

const BEARER = /^Bearer +(\S+)$/i;

/** 401 unless the request carries a key of this mock. */
export const authenticated: Check<NewApiTypes> = {
  name: "authentication",
  run: (context) => {
    const { state, services, request } = context;
    const refuse = (why: string) => context.refuse({ kind: "unauthenticated", status: 401 }, why);
    const secret = BEARER.exec(request.header("authorization") ?? "")?.[1];
    if (secret === undefined) return refuse("no Authorization header with a Bearer");
    if (!secret.startsWith(keyForm.prefix)) return refuse(`the key does not start with "${keyForm.prefix}"`);
    const key = state.vault.find(secret);
    if (key === undefined) {
      const revokedAt = state.vault.revokedAt(secret);
      if (revokedAt === undefined) return refuse("the key is not of this mock");
      return refuse(`the key was deleted ${Math.max(0, Math.round((services.clock.now() - revokedAt) / 1_000))} s ago`);
    }
    key.last_used_at = services.clock.now();
    context.identity = key;
    context.credential = key.id;
    return undefined;
  },
};
