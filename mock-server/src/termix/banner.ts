// What a person needs to try the mock: a key, somebody to sign in as, and commands that work when pasted.
import type { Banner } from "../core/contract/mock-api.js";
import { DEMO_ADMIN, DEMO_PASSWORD } from "./demo-data.js";
import type { TermixState } from "./state.js";

export function banner({ users }: TermixState, baseUrl: string, apiKey: string): Banner {
  const authorization = `-H "Authorization: Bearer ${apiKey}"`;
  const json = '-H "Content-Type: application/json"';
  const [first] = users;
  if (first === undefined) {
    return {
      facts: [["users", "none: the first to be created is an admin"]],
      commands: [
        [
          "create the first user",
          `curl -X POST "${baseUrl}/users/create" ${json} -d '{"username": "${DEMO_ADMIN}", "password": "${DEMO_PASSWORD}"}'`,
        ],
      ],
    };
  }
  const user = users.find(({ is_admin }) => !is_admin) ?? first;
  return {
    facts: [
      ["API key", apiKey],
      [`userId of ${user.username}`, user.id],
      ...(users.some(({ username }) => username === DEMO_ADMIN)
        ? ([["sign in as", `${DEMO_ADMIN}, password: ${DEMO_PASSWORD}`]] as const)
        : []),
    ],
    commands: [
      ["list users", `curl "${baseUrl}/users/list" ${authorization}`],
      [
        "create a key",
        `curl -X POST "${baseUrl}/users/api-keys" ${authorization} ${json} -d '{"name": "CI pipeline", "userId": "${user.id}"}'`,
      ],
      ["list keys", `curl "${baseUrl}/users/api-keys" ${authorization}`],
    ],
  };
}
