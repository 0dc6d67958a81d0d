// Bare Hono, the baseline: one route that answers twenty keys, no check of anything. `node hono.mjs PORT`
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { keyList, listPath } from "../../../scripts/bench/key-list.mjs";

const app = new Hono().get(listPath, (context) => context.json(keyList));
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: "127.0.0.1" });
