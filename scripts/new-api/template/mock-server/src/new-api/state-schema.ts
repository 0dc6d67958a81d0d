// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { ApiKey, keyForm } from "@terminus-hub/spec/new-api";
import * as field from "../core/state/fields.js";
import { stateTable } from "../core/state/state-table.js";
import { type Row, table, type Written } from "../core/state/table.js";

export const apiKey = table({
  id: field.id(ApiKey.shape.id),
  name: field.given(field.text.max(100)),
  /** The key itself, for fixtures. It is hashed at once. */
  secret: field.secret(keyForm),
  /** As snapshots hold it. */
  hash: field.hashOf("secret", keyForm),
  created_at: field.time,
  last_used_at: field.timeOrNever(),
});

export const state = stateTable({
  api_keys: field.listOf(apiKey, {
    about: "the first with a `secret` is `mock.apiKey`; where there is none, one is made",
  }),
  /** Set in snapshots: no key is made up. */
  restored: field.restored,
});

export type NewApiStateInput = Written<typeof state>;
export type ApiKeyInput = Written<typeof apiKey>;
export type StoredKey = Row<typeof apiKey>;
