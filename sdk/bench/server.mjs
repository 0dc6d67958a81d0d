// A plain server on loopback, in a process of its own: the list of keys at once, pages of records after a fixed latency.
import { createServer } from "node:http";
import { keyList } from "../../scripts/bench/key-list.mjs";

const [latency = "0", pages = "1"] = process.argv.slice(2);

function recordPage(url) {
  const page = Number(url.searchParams.get("page") ?? 1);
  const limit = Number(url.searchParams.get("limit") ?? 100);
  const items = Array.from({ length: limit }, (_, index) => ({
    id: `record-${page}-${index}`,
    status: "active",
    terminus_id: `trm0${page}x${index}`,
    data: { utm_source: "newsletter" },
  }));
  return JSON.stringify({ items, has_more: page < Number(pages), total_count: limit * Number(pages) });
}

const keyPage = JSON.stringify(keyList);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://loopback");
  response.setHeader("content-type", "application/json");
  if (url.pathname === "/api/v1/records") setTimeout(() => response.end(recordPage(url)), Number(latency));
  else response.end(keyPage);
});
server.listen(0, "127.0.0.1", () => process.send?.({ baseUrl: `http://127.0.0.1:${server.address().port}` }));
process.on("disconnect", () => process.exit());
