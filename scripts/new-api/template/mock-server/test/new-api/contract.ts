// New Api for the contract suite: only what its document cannot tell.
import document from "@terminus-hub/spec/openapi/new-api.json" with { type: "json" };
import { type Contract, sendingTo } from "../contract/scenario.js";

export const contract: Contract<"new-api"> = {
  name: "new-api",
  document,
  authorized: (mock) => ({ authorization: `Bearer ${mock.apiKey}` }),
  unknownIds: { id: "5f0a3c1e-0000-4000-8000-000000000000" },
  scenarios: {
    deleteApiKey: { 204: sendingTo(({ mock }) => ({ id: mock.keys.create({ name: "CI pipeline" }).id })) },
  },
  unrouted: [
    { status: 404, request: () => ({ method: "GET", path: "/v1/nothing" }) },
    { status: 405, request: () => ({ method: "PATCH", path: "/v1/api_keys" }) },
  ],
};
