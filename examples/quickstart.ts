// A first program, which follows a key from its creation to its refusal. `npm run quickstart` runs it against a mock.
//
// It lists workspaces, creates a key, uses it, watches its last-used time move, pages through all records, deletes the key
// and meets the typed refusal that follows.
import { AuthenticationError, TerminusHub } from "@terminus-hub/sdk";

const hub = new TerminusHub(); // TERMINUS_API_KEY, TERMINUS_BASE_URL

const workspaces = await hub.workspaces.list();
console.log(`Workspaces: ${workspaces.items.map((workspace) => workspace.name).join(", ")}`);

const { id, name, key } = await hub.apiKeys.create({ name: "CI pipeline" });
console.log(`Created the key "${name}". Its secret is shown this once; keep it in a vault.`);

const lastUsed = async () => {
  for await (const apiKey of hub.apiKeys.list()) if (apiKey.id === id) return apiKey.last_used_at;
  return undefined;
};
console.log(`Last used before: ${(await lastUsed()) ?? "never"}`);

const pipeline = hub.withOptions({ apiKey: key });
await pipeline.records.list({ limit: 1 });
console.log(`Last used after one call with it: ${(await lastUsed()) ?? "never"}`);

let records = 0;
for await (const record of pipeline.records.list({ status: "active", limit: 100 }))
  if (record.terminus_id) records += 1;
console.log(`Active records, over all pages: ${records}`);

await hub.apiKeys.delete(id);
console.log("Deleted the key.");

const refused = await pipeline.records.list().safe();
if (refused.ok) throw new Error("A deleted key was accepted.");
if (!(refused.error instanceof AuthenticationError)) throw refused.error;
console.log(`Using it again: ${refused.error.name}, status ${refused.error.status}, "${refused.error.message}"`);
