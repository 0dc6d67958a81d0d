// Create, list, look up, rotate and revoke the keys of an account. A key is in the answer that makes it, and in no other.
import { errors, formatTime, formatUtcTime, keyLimitReached, planLimits } from "@terminus-hub/spec/mutx";
import { handlersFor } from "../../core/contract/handlers.js";
import type { RequestContext } from "../../core/request/request-context.js";
import type { HandedOut } from "../../core/state/secret-vault.js";
import { LATEST_CLOCK } from "../../core/time/clock.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import { refusal } from "../problem.js";
import type { StoredKey } from "../state.js";
import type { MutxTypes } from "../types.js";

const DAY = 86_400_000;

const utcOrNull = (time: number | null): string | null => (time === null ? null : formatUtcTime(new Date(time)));

const fields = ({ id, name, created_at, expires_at }: StoredKey) => ({
  id,
  name,
  created_at: formatTime(new Date(created_at)),
  expires_at: utcOrNull(expires_at),
});

const toWire = (key: StoredKey) => ({ ...fields(key), last_used: utcOrNull(key.last_used), is_active: key.is_active });

const created = ({ stored, secret }: HandedOut<StoredKey>) => ({ ...fields(stored), key: secret });

/** Another account's key looks like none. */
const find = (context: RequestContext<MutxTypes>, id: string): StoredKey | undefined =>
  context.state.key(accountOf(context), id.toLowerCase());

const noSuchKey = () => refusal(404, errors.keyNotFound);

export const apiKeyHandlers = handlersFor<MutxTypes>()({
  listApiKeys: ({ query }, context) => ({
    status: 200,
    body: envelope(accountOf(context).keys, query, toWire),
  }),

  getApiKey({ params }, context) {
    const key = find(context, params.key_id);
    return key === undefined ? noSuchKey() : { status: 200, body: toWire(key) };
  },

  createApiKey({ body }, context) {
    const account = accountOf(context);
    const limit = planLimits[account.plan];
    if (limit !== null && account.keys.size >= limit) return refusal(409, keyLimitReached(account.plan, limit));
    const days = body.expires_in_days ?? null;
    const expiresAt = days === null ? null : Math.min(context.services.clock.now() + days * DAY, LATEST_CLOCK);
    return { status: 201, body: created(context.state.createKey(account, body.name, expiresAt)) };
  },

  /** The old key is dead in the same instant, also if the answer never arrives. */
  rotateApiKey({ params }, context) {
    const { state } = context;
    const old = find(context, params.key_id);
    if (old === undefined) return noSuchKey();
    if (!old.is_active) return refusal(409, errors.keyRevoked);
    state.revokeKey(old);
    return { status: 200, body: created(state.createKey(old.account, old.name, old.expires_at)) };
  },

  deleteApiKey({ params }, context) {
    const key = find(context, params.key_id);
    if (key === undefined) return noSuchKey();
    context.state.revokeKey(key);
    return { status: 204 };
  },
});
