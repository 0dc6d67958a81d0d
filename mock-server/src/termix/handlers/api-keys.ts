// Create, list and delete keys, for admins. The checks on create come one by one, in the server's order.
import { errors } from "@terminus-hub/spec/termix";
import { handlersFor } from "../../core/contract/handlers.js";
import { isoText, isoTextOrNull } from "../../core/time/iso-text.js";
import { isFilled, sentFields } from "../body.js";
import { refusal } from "../problem.js";
import type { StoredKey } from "../state.js";
import type { TermixTypes } from "../types.js";

const toWire = ({ id, name, user, username, token_prefix, created_at, expires_at }: StoredKey) => ({
  id,
  name,
  userId: user.id,
  username,
  tokenPrefix: token_prefix,
  createdAt: isoText(created_at),
  expiresAt: isoTextOrNull(expires_at),
});

/** Whatever JavaScript's `Date` reads, as the server does: NaN where it reads nothing, undefined where it throws. */
function asTime(value: unknown): number | undefined {
  try {
    return new Date(typeof value === "number" || typeof value === "boolean" ? Number(value) : String(value)).getTime();
  } catch {
    return undefined;
  }
}

export const apiKeyHandlers = handlersFor<TermixTypes>()({
  createApiKey(_, context) {
    const { state, services } = context;
    const sent = sentFields(context);
    if (sent === undefined) {
      context.why = "the request has no body that the server reads";
      return refusal(500, errors.createKeyFailed);
    }
    const { name, userId, expiresAt } = sent;
    if (!isFilled(name)) return refusal(400, errors.nameRequired);
    if (!isFilled(userId)) return refusal(400, errors.userIdRequired);
    const user = state.user(userId);
    if (user === undefined) return refusal(404, errors.userNotFound);
    const expiry = expiresAt ? asTime(expiresAt) : null;
    if (expiry === undefined) return refusal(500, errors.createKeyFailed);
    if (Number.isNaN(expiry)) return refusal(400, errors.invalidExpiresAt);
    if (expiry !== null && expiry <= services.clock.now()) return refusal(400, errors.pastExpiresAt);
    const { secret, stored } = state.createKey(user, name.trim(), expiry);
    return { status: 201, body: { ...toWire(stored), token: secret } };
  },

  listApiKeys: (_, { state }) => ({
    status: 200,
    body: {
      apiKeys: state.keys.map((key) => ({
        ...toWire(key),
        lastUsedAt: isoTextOrNull(key.last_used_at),
        isActive: true,
      })),
    },
  }),

  deleteApiKey({ params }, { state }) {
    const key = state.key(params.keyId);
    if (key === undefined) return refusal(404, errors.keyNotFound);
    state.deleteKey(key);
    return { status: 200, body: { success: true } };
  },
});
