// How each API lists its keys: where, and with which credential of the mock's own.
import { listPath } from "./key-list.mjs";

const bearer = (secret) => ({ authorization: `Bearer ${secret}` });

const apis = {
  "terminus-hub": ({ apiKey }) => ({ path: `${listPath}?limit=20`, headers: bearer(apiKey) }),
  termix: ({ apiKey }) => ({ path: "/users/api-keys", headers: bearer(apiKey) }),
  mutx: ({ apiKey }) => ({ path: "/v1/api-keys", headers: { "x-api-key": apiKey } }),
  traylinx: ({ accessToken, organizationId, projectId }) => ({
    path: `/organizations/${organizationId}/projects/${projectId}/api_keys`,
    headers: bearer(accessToken),
  }),
};

export const apiNames = Object.keys(apis);

/** With it, a mock hands out the same credentials in every process: some tell when they were made. */
export const same = { seed: 1, now: "2026-01-01T00:00:00Z" };

/** Path and headers of a mock's list of keys. */
export const keyListOf = (mock) => apis[mock.api](mock);
