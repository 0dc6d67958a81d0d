// State that contradicts itself is refused with the place, for each API that has a part in it.
import { describe, expect, test } from "vitest";
import type { ApiName } from "../../apis.js";
import { createMock } from "../../index.js";

const key = { name: "k", secret: `thub_${"a".repeat(32)}` };
const account = { id: "a", name: "A" };
const person = { email: "ada@example.com" };
const project = { name: "P", api_keys: [{ secret_key: "sk-lf-01234567-89ab-4cde-8f01-23456789abcd" }] };
const mutxKey = { name: "k", key: `mutx_live_0123456789ab_${"a".repeat(43)}` };
const id = "9b2c1f4e-7a3d-4c8e-9f1a-2b6d5e4c3a10";

describe.each<[api: ApiName, state: object, problem: string]>([
  [
    "terminus-hub",
    { accounts: [account, { name: "B", api_keys: [key, key] }] },
    "accounts.1.api_keys.1.secret: must differ from accounts.1.api_keys.0.secret",
  ],
  ["terminus-hub", { accounts: [account, account] }, "accounts.1.id: must differ from accounts.0.id"],
  [
    "terminus-hub",
    { accounts: [{ ...account, workspaces: [{ name: "Main" }, { name: "Main" }] }] },
    "accounts.0.workspaces.1.name: must differ from accounts.0.workspaces.0.name",
  ],
  [
    "terminus-hub",
    { accounts: [{ ...account, workspaces: [{ id: "w", name: "Main" }], records: [{ data: {}, workspace_id: "x" }] }] },
    "accounts.0.records.0.workspace_id: must be the id of one of the account's workspaces; given are: w",
  ],
  [
    "terminus-hub",
    { accounts: [{ ...account, submissions: [{ rows: [{ data: {} }], taxonomy_id: "x" }] }] },
    "accounts.0.submissions.0.taxonomy_id: must be the id of one of the account's taxonomies; none is given",
  ],
  [
    "termix",
    {
      users: [{ username: "a" }],
      api_keys: [
        { name: "k", username: "a", hash: "x" },
        { name: "k", username: "a", hash: "x" },
      ],
    },
    "api_keys.1.hash: must differ from api_keys.0.hash",
  ],
  [
    "traylinx",
    { people: [person], organizations: [{ name: "O", projects: [project, { ...project, name: "Q" }] }] },
    "organizations.0.projects.1.api_keys.0.secret_key: must differ from organizations.0.projects.0.api_keys.0.secret_key",
  ],
  [
    "mutx",
    { accounts: [{ ...person, api_keys: [mutxKey, mutxKey] }] },
    "accounts.0.api_keys.1.key: must differ from accounts.0.api_keys.0.key",
  ],
  [
    "mutx",
    {
      accounts: [
        {
          ...person,
          agents: [
            { id, name: "x" },
            { id, name: "y" },
          ],
        },
      ],
    },
    "accounts.0.agents.1.id: must differ from accounts.0.agents.0.id",
  ],
])("%s: %j", (api, state, problem) => {
  test("is refused when the mock is made", async () => {
    await expect(createMock({ api, state: state as never })).rejects.toThrow(`state.${problem}.`);
  });

  test("is refused by restore(), which changes nothing then", async () => {
    const mock = await createMock({ api, seed: 1, now: "2026-01-01T00:00:00Z" });
    const before = mock.snapshot();
    expect(() => mock.restore({ ...before, state: state as never })).toThrow(`state.${problem}.`);
    expect(mock.snapshot()).toEqual(before);
  });
});
