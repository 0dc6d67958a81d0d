// What a person needs to try the mock: a key for models, a token for management, and commands that work when pasted.
import type { Banner } from "../core/contract/mock-api.js";
import { DEMO_EMAIL, DEMO_PASSWORD } from "./demo-data.js";
import type { TraylinxState } from "./state.js";

export function banner(state: TraylinxState, baseUrl: string, apiKey: string): Banner {
  const { primaryOrganization, primaryProject, primaryToken, people } = state;
  const token = primaryToken?.secret ?? "";
  const keys = `${baseUrl}/organizations/${primaryOrganization.id}/projects/${primaryProject.id}/api_keys`;
  const json = '-H "Content-Type: application/json"';
  return {
    facts: [
      ["API key", apiKey],
      ["access token", token],
      ["organization", primaryOrganization.id],
      ["project", primaryProject.id],
      ...(people.has(DEMO_EMAIL) ? ([["sign in as", `${DEMO_EMAIL}, password: ${DEMO_PASSWORD}`]] as const) : []),
    ],
    commands: [
      ["list models, with the key", `curl "${baseUrl}/models" -H "Authorization: Bearer ${apiKey}"`],
      [
        "create a key, with the access token",
        `curl -X POST "${keys}" -H "Authorization: Bearer ${token}" ${json} -d '{"data": {"attributes": {"note": "CI pipeline"}}}'`,
      ],
      ["list keys", `curl "${keys}" -H "Authorization: Bearer ${token}"`],
    ],
  };
}
