// How a mock of Terminus Hub is asked for its list of keys.
import { listPath } from "../../../scripts/bench/key-list.mjs";

export const keyListOf = ({ apiKey }) => ({
  path: `${listPath}?limit=20`,
  headers: { authorization: `Bearer ${apiKey}` },
});
