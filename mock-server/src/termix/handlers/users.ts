// Who there is, who is calling, and how one joins.
import { errors } from "@terminus-hub/spec/termix";
import { handlersFor } from "../../core/contract/handlers.js";
import { identityOf } from "../authentication.js";
import { isFilled, sentFields } from "../body.js";
import { refusal } from "../problem.js";
import type { User } from "../state.js";
import type { TermixTypes } from "../types.js";

const toWire = (user: User, toAdmin: boolean) => ({
  userId: user.id,
  username: user.username,
  is_admin: user.is_admin,
  is_oidc: user.is_oidc,
  password_hash: user.password_hash === null ? null : ("set" as const),
  ...(toAdmin && { data_unlocked: user.data_unlocked, totp_enabled: user.totp_enabled }),
});

export const userHandlers = handlersFor<TermixTypes>()({
  listUsers({ query }, context) {
    const { search, limit, offset = 0 } = query;
    const { is_admin } = identityOf(context).user;
    const part = search?.toLowerCase() ?? "";
    const found = context.state.users.filter(({ username }) => username.toLowerCase().includes(part));
    const page = limit === undefined ? found : found.slice(offset, offset + limit);
    const users = page.map((user) => toWire(user, is_admin));
    return { status: 200, body: { users, total: found.length, ...(limit !== undefined && { limit, offset }) } };
  },

  me(_, context) {
    const { user } = identityOf(context);
    return {
      status: 200,
      body: {
        userId: user.id,
        username: user.username,
        is_admin: user.is_admin,
        is_oidc: user.is_oidc,
        is_dual_auth: user.is_oidc && user.password_hash !== null,
        totp_enabled: user.totp_enabled,
        show_donation_modal: false,
      },
    };
  },

  createUser(_, context) {
    const sent = sentFields(context);
    if (sent === undefined) {
      context.why = "the request has no body that the server reads";
      return refusal(500, errors.internal);
    }
    const { username, password } = sent;
    if (!isFilled(username) || !isFilled(password)) return refusal(400, errors.credentialsRequired);
    if (context.state.findUser(username) !== undefined) return refusal(409, errors.usernameTaken);
    const { is_admin } = context.state.addUser({ username, password });
    return {
      status: 200,
      body: {
        message: "User created",
        is_admin,
        toast: { type: "success", message: `User created: ${username}` },
      },
    };
  },
});
