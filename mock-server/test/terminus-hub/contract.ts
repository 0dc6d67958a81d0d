// Terminus Hub for the contract suite: only what its document cannot tell.
import document from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import type { Mock } from "../../src/index.js";
import { after, type Contract, type Provocation, type Stage, sendingBody, sendingTo } from "../contract/scenario.js";

type Name = "terminus-hub";

const bearer = (mock: Mock) => ({ authorization: `Bearer ${mock.apiKey}` });

const firstId = async ({ send, mock }: Stage<Name>, path: string): Promise<string> => {
  const { body } = await send({ method: "GET", path, headers: bearer(mock) });
  return (body as { readonly items: readonly { readonly id: string }[] }).items[0]?.id ?? "";
};

const one = (list: string): Provocation<Name> => sendingTo(async (stage) => ({ id: await firstId(stage, list) }));

export const contract: Contract<Name> = {
  name: "terminus-hub",
  document,
  authorized: bearer,
  unknownIds: { id: "5f0a3c1e-0000-4000-8000-000000000000" },
  byStatus: { 403: after(({ mock }) => mock.accounts.setPlan("free")) },
  scenarios: {
    getWorkspace: { 200: one("/api/v1/workspaces") },
    getRecord: { 200: one("/api/v1/records") },
    deleteApiKey: { 204: one("/api/v1/api_keys") },
    createSubmission: {
      201: sendingBody(async (stage) => ({
        workspace_id: await firstId(stage, "/api/v1/workspaces"),
        taxonomy_id: stage.mock.taxonomies.list()[0]?.id,
        rows: [{ data: { utm_source: "newsletter" } }],
      })),
    },
  },
  unrouted: [
    { status: 401, request: () => ({ method: "GET", path: "/api/v1/nothing" }) },
    { status: 404, request: (mock) => ({ method: "GET", path: "/api/v1/nothing", headers: bearer(mock) }) },
    { status: 405, request: (mock) => ({ method: "PATCH", path: "/api/v1/api_keys", headers: bearer(mock) }) },
    {
      status: 429,
      arrange: (mock) => mock.rateLimits.set({ limit: 0, window: "60s" }),
      request: (mock) => ({ method: "GET", path: "/api/v1/nothing", headers: bearer(mock) }),
    },
  ],
};
