// What the New Api document must say, fact by fact from the vendor's pages.
import { expect, test } from "vitest";
import { describeApi } from "../../test/describe-api.js";
import { newApi } from "./index.js";

const { secrets } = describeApi(newApi, {
  createApiKey: ["POST /v1/api_keys", [201, 400, 401, 413, 415, 422, 500]],
  listApiKeys: ["GET /v1/api_keys", [200, 401, 500]],
  deleteApiKey: ["DELETE /v1/api_keys/{id}", [204, 401, 404, 500]],
});

test("flags the key as a secret, and nothing else", () => {
  expect(secrets).toEqual(["CreatedApiKey.key"]);
});
