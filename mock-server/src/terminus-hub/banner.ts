// What a person needs to try the mock: a key, two ids that no endpoint reveals, and three commands that work when pasted.
import type { Banner } from "../core/contract/mock-api.js";
import type { TerminusHubState } from "./state.js";

const PAGE_SIZE = 100;

export function banner({ primaryAccount: first }: TerminusHubState, baseUrl: string, apiKey: string): Banner {
  const authorization = `-H "Authorization: Bearer ${apiKey}"`;
  const pages = Math.max(1, Math.ceil(first.records.size / PAGE_SIZE));
  return {
    facts: [
      ["API key", apiKey],
      ["workspace_id", first.firstWorkspace()],
      ["taxonomy_id", first.firstTaxonomy() || "none in this preset"],
    ],
    commands: [
      ["list workspaces", `curl "${baseUrl}/api/v1/workspaces" ${authorization}`],
      [
        "create a key",
        `curl -X POST "${baseUrl}/api/v1/api_keys" ${authorization} -H "Content-Type: application/json" -d '{"name": "CI pipeline"}'`,
      ],
      [
        "page through records",
        `curl "${baseUrl}/api/v1/records?limit=${PAGE_SIZE}&page=[1-${pages}]" ${authorization}`,
      ],
    ],
  };
}
