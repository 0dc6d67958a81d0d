// Sign in: a name and a password for an access token.
import { errors } from "@terminus-hub/spec/traylinx";
import { handlersFor } from "../../core/contract/handlers.js";
import { fingerprint } from "../../core/state/secret-vault.js";
import { refusal } from "../problem.js";
import type { TraylinxTypes } from "../types.js";

export const authHandlers = handlersFor<TraylinxTypes>()({
  login({ body }, context) {
    const { state } = context;
    const person = state.people.get(body.username);
    if (person === undefined || person.password_hash !== fingerprint(body.password)) {
      context.why = person === undefined ? "nobody has this name" : "the password is wrong";
      return refusal(401, errors.wrongCredentials);
    }
    const { id, email, first_name, last_name } = person;
    const attributes = {
      accessToken: state.createToken(person),
      refreshToken: state.createRefreshToken(),
      email,
      firstName: first_name,
      lastName: last_name,
    };
    return { status: 200, body: { data: { id, type: "session", attributes } } };
  },
});
