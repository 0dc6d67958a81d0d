// The vendor's pages that the facts of this API come from. Every documented mark names one of them.
import { documented } from "../provenance.js";

const docs = "https://docs.terminus.app";

export const sources = {
  authentication: documented(`${docs}/api-reference/authentication`),
  overview: documented(`${docs}/api-reference/overview`),
  paginationAndErrors: documented(`${docs}/api-reference/pagination-errors`),
  signIn: documented(`${docs}/authentication`),
  apiKeys: documented(`${docs}/account/api-keys`),
  billing: documented(`${docs}/account/billing`),
  teamMembers: documented(`${docs}/account/team-members`),
  records: documented(`${docs}/reference/records`),
  submissions: documented(`${docs}/reference/submissions`),
  workspaces: documented(`${docs}/reference/workspaces`),
  governanceModels: documented(`${docs}/reference/governance-models`),
} as const;
