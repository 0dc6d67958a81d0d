// The Terminus Hub that the programs of docs/ talk to, and the credential that they read.
import { KEY, page, type Received, type Step } from "../../../test/scripted-server.js";

const THEN = "2025-12-01T00:00:00.000Z";

export const credentials = { TERMINUS_API_KEY: KEY };

/** It keeps as much as the programs look at: a key is there until it is deleted. */
export function serve(): (request: Received) => Step {
  const names = new Map([["k1", "CI pipeline"]]);
  const wire = (id: string) => ({ id, name: names.get(id), created_at: THEN, last_used_at: null });
  return ({ method, url }) => {
    if (!url.includes("api_keys")) return { body: page(["w"], false) };
    if (method === "GET") {
      return { body: { items: [...names.keys()].map(wire), has_more: false, total_count: names.size } };
    }
    if (method === "DELETE") return { status: names.delete(url.split("/").at(-1) ?? "") ? 204 : 404 };
    names.set("k2", "CI pipeline");
    return { status: 201, body: { ...wire("k2"), key: KEY.replace("ab12", "cd34") } };
  };
}
