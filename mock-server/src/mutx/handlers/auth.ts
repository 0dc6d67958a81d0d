// Sign up, sign in, and who is calling.
import { challenge, errors, formatTime } from "@terminus-hub/spec/mutx";
import { handlersFor } from "../../core/contract/handlers.js";
import { fingerprint } from "../../core/state/secret-vault.js";
import { accountOf } from "../authentication.js";
import { refusal } from "../problem.js";
import { ACCESS_SECONDS, type Account, type MutxState } from "../state.js";
import type { MutxTypes } from "../types.js";

/** What a password must have, in the order in which the server looks. */
const STRENGTH: readonly [pattern: RegExp, sentence: string][] = [
  [/^.{8,}$/s, "Password must be at least 8 characters long"],
  [/[A-Z]/, "Password must contain at least one uppercase letter"],
  [/[a-z]/, "Password must contain at least one lowercase letter"],
  [/[0-9]/, "Password must contain at least one number"],
  [/[!@#$%^&*(),.?":{}|<>]/, "Password must contain at least one special character"],
];

const tokenPair = (state: MutxState, account: Account) => ({
  access_token: state.createToken(account),
  refresh_token: state.createRefreshToken(account),
  token_type: "bearer",
  expires_in: ACCESS_SECONDS,
});

export const authHandlers = handlersFor<MutxTypes>()({
  register({ body }, { state }) {
    if (state.accountOf(body.email) !== undefined) return refusal(400, errors.emailTaken);
    const weakness = STRENGTH.find(([pattern]) => !pattern.test(body.password));
    if (weakness !== undefined) return refusal(400, weakness[1]);
    const account = state.addAccount(body);
    const userKey = state.options.userApiKey === true ? { api_key: state.createUserKey(account) } : undefined;
    return { status: 201, body: { ...tokenPair(state, account), ...userKey } };
  },

  login({ body }, context) {
    const { state } = context;
    const account = state.accountOf(body.email);
    if (account === undefined || account.password_hash !== fingerprint(body.password)) {
      context.why = account === undefined ? "no account has this email" : "the password is wrong";
      const headers = { "www-authenticate": challenge["WWW-Authenticate"] };
      return { ...refusal(401, errors.wrongCredentials), headers };
    }
    return { status: 200, body: tokenPair(state, account) };
  },

  me(_, context) {
    const { id, email, name, plan, created_at, is_email_verified } = accountOf(context);
    return {
      status: 200,
      body: {
        id,
        email,
        name,
        plan,
        created_at: formatTime(new Date(created_at)),
        is_active: true,
        is_email_verified,
      },
    };
  },
});
