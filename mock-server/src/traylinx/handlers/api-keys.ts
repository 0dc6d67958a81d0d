// Create, list and delete the key pairs of a project. The secret half is in the create answer alone.
import { errors } from "@terminus-hub/spec/traylinx";
import { handlersFor } from "../../core/contract/handlers.js";
import type { RequestContext } from "../../core/request/request-context.js";
import { isoText, isoTextOrNull } from "../../core/time/iso-text.js";
import { personOf } from "../authentication.js";
import { refusal } from "../problem.js";
import type { Project, StoredKey } from "../state.js";
import type { TraylinxTypes } from "../types.js";

interface Place {
  readonly organizationId: string;
  readonly projectId: string;
}

const toWire = (key: StoredKey) => ({
  id: key.id,
  attributes: {
    publicKey: key.public_key,
    displaySecretKey: key.display_secret_key,
    note: key.note,
    createdAt: isoText(key.created_at),
    expiresAt: isoTextOrNull(key.expires_at),
    lastUsedAt: isoTextOrNull(key.last_used_at),
  },
});

const projectIn = (context: RequestContext<TraylinxTypes>, { organizationId, projectId }: Place): Project | undefined =>
  context.state.projectFor(personOf(context), organizationId, projectId);

/** A time without an offset means UTC, as a date without a time does; NaN for a day that no calendar has, such as 30 February. */
function asTime(text: string): number {
  const day = text.slice(0, "2026-12-31".length);
  const midnight = Date.parse(day);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return Number.NaN;
  return Date.parse(/T/.test(text) && !/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text);
}

export const apiKeyHandlers = handlersFor<TraylinxTypes>()({
  createApiKey({ params, body }, context) {
    const { state, services } = context;
    const project = projectIn(context, params);
    if (project === undefined) return refusal(404, errors.projectNotFound);
    const { note = null, expiresAt = null } = body.data.attributes;
    const expiry = expiresAt === null ? null : asTime(expiresAt);
    if (expiry !== null && !(expiry > services.clock.now())) return refusal(422, errors.invalidExpiresAt);
    const { secret, stored } = state.createKey(project, note, expiry);
    return { status: 201, body: { data: toWire(stored), meta: { secretKey: secret } } };
  },

  listApiKeys({ params }, context) {
    const project = projectIn(context, params);
    if (project === undefined) return refusal(404, errors.projectNotFound);
    return { status: 200, body: { data: Array.from(project.keys, toWire) } };
  },

  deleteApiKey({ params }, context) {
    const key = projectIn(context, params)?.keys.get(params.id);
    if (key === undefined) return refusal(404, errors.keyNotFound);
    context.state.deleteKey(key);
    return { status: context.state.options.deleteStatus ?? 204 };
  },
});
