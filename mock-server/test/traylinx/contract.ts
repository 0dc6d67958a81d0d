// Traylinx for the contract suite: only what its document cannot tell.
import document from "@terminus-hub/spec/openapi/traylinx.json" with { type: "json" };
import { type Contract, sending, sendingBody, sendingTo } from "../contract/scenario.js";

type Name = "traylinx";

const ownProject = sendingTo<Name>(({ mock: { organizationId, projectId } }) => ({ organizationId, projectId }));
const ownKey = ({ mock }: Parameters<Parameters<typeof sendingTo<Name>>[0]>[0]) => ({
  organizationId: mock.organizationId,
  projectId: mock.projectId,
  id: mock.projects.createKey().id,
});

export const contract: Contract<Name> = {
  name: "traylinx",
  document,
  authorized: (mock, { schemes }) => {
    if (schemes.length === 0) return {};
    return { authorization: `Bearer ${schemes.includes("projectKey") ? mock.apiKey : mock.accessToken}` };
  },
  unknownIds: { organizationId: "org-1", projectId: "project-1", id: "clx7k2m9q0001" },
  byStatus: {
    400: sending((stage, operation) => ({ headers: { ...stage.authorized(operation), "content-type": "text/plain" } })),
  },
  scenarios: {
    createApiKey: { 201: ownProject },
    listApiKeys: { 200: ownProject },
    deleteApiKey: {
      // Both statuses were observed; which one the mock gives by itself is an option of `createMock`.
      200: sending((stage, operation) => ({
        path: stage.path(operation.path, ownKey(stage)),
        headers: { ...stage.authorized(operation), prefer: "code=200" },
      })),
      204: sendingTo(ownKey),
    },
    login: { 401: sendingBody(() => ({ username: "ada@example.com", password: "wrong" })) },
  },
  unrouted: [
    { status: 404, request: () => ({ method: "GET", path: "/nothing" }) },
    { status: 405, request: () => ({ method: "PATCH", path: "/models", server: "https://switchai.traylinx.com/v1" }) },
  ],
};
