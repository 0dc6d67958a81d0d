// Imports and constructs one client, then ends: `node start.mjs ky`. Timed from outside.
import { key, loadClient } from "./clients.mjs";

const { connect } = await loadClient(process.argv[2] ?? "none");
connect({ baseUrl: "https://hub.example", key });
