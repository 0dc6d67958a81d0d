// The rule that turns an operationId and a tag into resource and method.
import { expect, test } from "vitest";
import { methodName, resourceName } from "./method-name.js";

test.each([
  ["createApiKey", "API keys", "apiKeys", "create"],
  ["listApiKeys", "API keys", "apiKeys", "list"],
  ["listGovernanceModels", "Governance models", "governanceModels", "list"],
  ["getWorkspace", "Workspaces", "workspaces", "get"],
  ["rotateApiKey", "API keys", "apiKeys", "rotate"],
  ["listPolicies", "Policies", "policies", "list"],
  ["getPolicy", "Policies", "policies", "get"],
  ["login", "Auth", "auth", "login"],
  ["getHealth", "Health", "health", "get"],
  ["createUserSession", "Users", "users", "createUserSession"],
])("%s under %s is %s.%s", (operationId, tag, resource, method) => {
  expect(resourceName(tag)).toBe(resource);
  expect(methodName(operationId, tag)).toBe(method);
});
