// Which paths are taken for a slip of another.
import { expect, test } from "vitest";
import { pathSimilarity } from "./path-similarity.js";

test.each([
  ["/api/v1/api_keys", "/api/v1/api_keys", "same"],
  ["/api/v1/api_keys/abc", "/api/v1/api_keys/{id}", "same"],
  ["/api/v1/api-keys", "/api/v1/api_keys", "similar"],
  ["/api/v1/API_Keys/", "/api/v1/api_keys", "similar"],
  ["/api/v1/api_key", "/api/v1/api_keys", "similar"],
  ["/api/v2/api_keys/abc", "/api/v1/api_keys/{id}", "similar"],
  ["/v1/api_keys", "/api/v1/api_keys", "similar"],
  ["/api/api/v1/api_keys", "/api/v1/api_keys", "similar"],
  ["/api/v1/records", "/api/v1/api_keys", "other"],
  ["/api/v1/submissions", "/api/v1/api_keys", "other"],
  ["/abc", "/things/{id}", "other"],
  ["/", "/api/v1/api_keys", "other"],
])("%s is to %s: %s", (path, template, wanted) => {
  expect(pathSimilarity(path, template)).toBe(wanted);
});
