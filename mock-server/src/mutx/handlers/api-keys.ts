// Create, list, look up, rotate and revoke the keys of an account. A key is in the answer that makes it, and in no other.
import { errors, formatTime, formatUtcTime, keyLimitReached, planLimits } from "@terminus-hub/spec/mutx";
import type { Handlers } from "../../core/contract/handlers.js";
import type { RequestContext } from "../../core/request/request-context.js";
import { LATEST_CLOCK } from "../../core/time/clock.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import { refusal } from "../problem.js";
import type { HandedOut, StoredKey } from "../state.js";
import type { MutxTypes } from "../types.js";

type All = Handlers<MutxTypes>;

const DAY = 86_400_000;

const utcOrNull = (time: number | null): string | null => (time === null ? null : formatUtcTime(new Date(time)));

const fields = ({ id, name, created_at, expiresAt }: StoredKey) => ({
  id,
  name,
  created_at: formatTime(new Date(created_at)),
  expires_at: utcOrNull(expiresAt),
});

const shown = (key: StoredKey) => ({ ...fields(key), last_used: utcOrNull(key.lastUsedAt), is_active: key.isActive });

const created = ({ stored, secret }: HandedOut) => ({ ...fields(stored), key: secret });

/** Another account's key looks like none. */
const find = (context: RequestContext<MutxTypes>, id: string): StoredKey | undefined =>
  context.state.key(accountOf(context), id.toLowerCase());

const noSuchKey = () => refusal(404, errors.keyNotFound);

export const listApiKeys: All["listApiKeys"] = ({ query }, context) => ({
  status: 200,
  body: pageOf(accountOf(context).keys, query, shown),
});

export const getApiKey: All["getApiKey"] = ({ params }, context) => {
  const key = find(context, params.key_id);
  return key === undefined ? noSuchKey() : { status: 200, body: shown(key) };
};

export const createApiKey: All["createApiKey"] = ({ body }, context) => {
  const account = accountOf(context);
  const limit = planLimits[account.plan];
  if (limit !== null && account.keys.size >= limit) return refusal(409, keyLimitReached(account.plan, limit));
  const days = body.expires_in_days ?? null;
  const expiresAt = days === null ? null : Math.min(context.services.clock.now() + days * DAY, LATEST_CLOCK);
  return { status: 201, body: created(context.state.createKey(account, body.name, expiresAt)) };
};

/** The old key is dead in the same instant, also if the answer never arrives. */
export const rotateApiKey: All["rotateApiKey"] = ({ params }, context) => {
  const { state } = context;
  const old = find(context, params.key_id);
  if (old === undefined) return noSuchKey();
  if (!old.isActive) return refusal(409, errors.keyRevoked);
  state.revokeKey(old);
  return { status: 200, body: created(state.createKey(old.account, old.name, old.expiresAt)) };
};

export const deleteApiKey: All["deleteApiKey"] = ({ params }, context) => {
  const key = find(context, params.key_id);
  if (key === undefined) return noSuchKey();
  context.state.revokeKey(key);
  return { status: 204 };
};
