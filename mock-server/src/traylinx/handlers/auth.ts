// Sign in: a name and a password for an access token.
import { errors } from "@terminus-hub/spec/traylinx";
import type { Handlers } from "../../core/contract/handlers.js";
import { fingerprint } from "../../core/state/secret-vault.js";
import { refusal } from "../problem.js";
import type { TraylinxTypes } from "../types.js";

export const login: Handlers<TraylinxTypes>["login"] = ({ body }, context) => {
  const { state } = context;
  const person = state.people.get(body.username);
  if (person === undefined || person.passwordHash !== fingerprint(body.password)) {
    context.why = person === undefined ? "nobody has this name" : "the password is wrong";
    return refusal(401, errors.wrongCredentials);
  }
  const { id, email, firstName, lastName } = person;
  const attributes = {
    accessToken: state.createToken(person),
    refreshToken: state.createRefreshToken(),
    email,
    firstName,
    lastName,
  };
  return { status: 200, body: { data: { id, type: "session", attributes } } };
};
