// Scalar's mock server on the contract, as its documentation starts it. `node scalar.mjs PORT CONTRACT`
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createMockServer } from "@scalar/mock-server";

const [port, contract = ""] = process.argv.slice(2);
const app = await createMockServer({ document: readFileSync(contract, "utf8") });
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
