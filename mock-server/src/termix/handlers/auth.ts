// Sign in and out. The session travels in a cookie, and in the body for programs that ask for it there.
import { clearSessionCookie, errorEnvelope, errors, sessionMaxAge, setSessionCookie } from "@terminus-hub/spec/termix";
import { handlersFor } from "../../core/contract/handlers.js";
import { fingerprint } from "../../core/state/secret-vault.js";
import { identityOf } from "../authentication.js";
import { isFilled, sentFields } from "../body.js";
import { refusal } from "../problem.js";
import type { TermixTypes } from "../types.js";

export const authHandlers = handlersFor<TermixTypes>()({
  login(_, context) {
    const { state, request } = context;
    const sent = sentFields(context);
    if (sent === undefined) {
      context.why = "the request has no body that the server reads";
      return refusal(500, errors.internal);
    }
    const { username, password, rememberMe } = sent;
    if (!isFilled(username) || !isFilled(password)) return refusal(400, errors.wrongCredentials);
    const remainingTime = state.logins.lockedFor(username);
    if (remainingTime !== undefined) {
      context.why = `five logins of "${username}" failed within ten minutes`;
      return { status: 429, body: { ...errorEnvelope(errors.loginLocked), remainingTime } };
    }
    const user = state.findUser(username);
    if (user === undefined || user.password_hash !== fingerprint(password)) {
      state.logins.failed(username);
      context.why = user === undefined ? `no user is named "${username}"` : "the password is wrong";
      return refusal(401, errors.wrongCredentials);
    }
    state.logins.forget(username);
    const seconds = rememberMe ? sessionMaxAge.rememberMe : sessionMaxAge.default;
    const token = state.createSession(user, seconds);
    const wantsToken = request.header("x-electron-app") === "true";
    return {
      status: 200,
      headers: { "set-cookie": setSessionCookie(token, seconds) },
      body: { success: true, is_admin: user.is_admin, username, ...(wantsToken && { token }) },
    };
  },

  logout(_, context) {
    const identity = identityOf(context);
    if (identity.kind === "session") context.state.endSession(identity.session);
    return {
      status: 200,
      headers: { "set-cookie": clearSessionCookie },
      body: { success: true, message: "Logged out successfully" },
    };
  },
});
