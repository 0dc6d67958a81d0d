// What a person needs to try the mock: a key, somebody to sign in as, and commands that work when pasted.
import type { Banner } from "../core/contract/mock-api.js";
import { DEMO_EMAIL, DEMO_PASSWORD } from "./demo-data.js";
import type { MutxState } from "./state.js";

export function banner({ primaryAccount: account }: MutxState, baseUrl: string, apiKey: string): Banner {
  const key = `-H "X-API-Key: ${apiKey}"`;
  const json = '-H "Content-Type: application/json"';
  return {
    facts: [
      ["API key", apiKey],
      ["plan", account.plan],
      ...(account.email === DEMO_EMAIL ? ([["sign in as", `${DEMO_EMAIL}, password: ${DEMO_PASSWORD}`]] as const) : []),
    ],
    commands: [
      ["list agents", `curl "${baseUrl}/v1/agents" ${key}`],
      [
        "create a key",
        `curl -X POST "${baseUrl}/v1/api-keys" ${key} ${json} -d '{"name": "CI pipeline", "expires_in_days": 30}'`,
      ],
      ["list keys, as the page of March 2026 writes it", `curl "${baseUrl}/api-keys" ${key}`],
    ],
  };
}
