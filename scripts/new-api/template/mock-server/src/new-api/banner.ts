// What a person needs to try the mock: a key, and commands that work when pasted.
import type { Banner } from "../core/contract/mock-api.js";
import type { NewApiState } from "./state.js";

export function banner(_: NewApiState, baseUrl: string, apiKey: string): Banner {
  const keys = `"${baseUrl}/v1/api_keys" -H "Authorization: Bearer ${apiKey}"`;
  return {
    facts: [["API key", apiKey]],
    commands: [
      ["list keys", `curl ${keys}`],
      ["create a key", `curl -X POST ${keys} -H "Content-Type: application/json" -d '{"name": "CI pipeline"}'`],
    ],
  };
}
