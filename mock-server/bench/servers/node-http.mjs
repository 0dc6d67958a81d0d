// The least that a server of Node can do: the same bytes for whatever is asked. `node node-http.mjs PORT`
import { createServer } from "node:http";
import { keyList } from "../../../scripts/bench/key-list.mjs";

createServer((_, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(keyList));
}).listen(Number(process.argv[2]), "127.0.0.1");
