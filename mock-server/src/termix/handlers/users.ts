// Who there is, who is calling, and how one joins.
import { errors } from "@terminus-hub/spec/termix";
import type { Handlers } from "../../core/contract/handlers.js";
import { identityOf } from "../authentication.js";
import { isFilled, sentFields } from "../body.js";
import { refusal } from "../problem.js";
import type { User } from "../state.js";
import type { TermixTypes } from "../types.js";

type All = Handlers<TermixTypes>;

const shown = (user: User, toAdmin: boolean) => ({
  userId: user.id,
  username: user.username,
  is_admin: user.isAdmin,
  is_oidc: user.isOidc,
  password_hash: user.passwordHash === null ? null : ("set" as const),
  ...(toAdmin && { data_unlocked: user.dataUnlocked, totp_enabled: user.totpEnabled }),
});

export const listUsers: All["listUsers"] = ({ query }, context) => {
  const { search, limit, offset = 0 } = query;
  const { isAdmin } = identityOf(context).user;
  const part = search?.toLowerCase() ?? "";
  const found = context.state.users.filter(({ username }) => username.toLowerCase().includes(part));
  const page = limit === undefined ? found : found.slice(offset, offset + limit);
  const users = page.map((user) => shown(user, isAdmin));
  return { status: 200, body: { users, total: found.length, ...(limit !== undefined && { limit, offset }) } };
};

export const me: All["me"] = (_, context) => {
  const { user } = identityOf(context);
  return {
    status: 200,
    body: {
      userId: user.id,
      username: user.username,
      is_admin: user.isAdmin,
      is_oidc: user.isOidc,
      is_dual_auth: user.isOidc && user.passwordHash !== null,
      totp_enabled: user.totpEnabled,
      show_donation_modal: false,
    },
  };
};

export const createUser: All["createUser"] = (_, context) => {
  const sent = sentFields(context);
  if (sent === undefined) {
    context.why = "the request has no body that the server reads";
    return refusal(500, errors.internal);
  }
  const { username, password } = sent;
  if (!isFilled(username) || !isFilled(password)) return refusal(400, errors.credentialsRequired);
  if (context.state.findUser(username) !== undefined) return refusal(409, errors.usernameTaken);
  const { isAdmin } = context.state.addUser({ username, password });
  return {
    status: 200,
    body: {
      message: "User created",
      is_admin: isAdmin,
      toast: { type: "success", message: `User created: ${username}` },
    },
  };
};
