// `terminus-mock openapi`: the contract that the mock keeps, as JSON.
import { apiNames, loadApi } from "../apis.js";
import { readFlags } from "./flags.js";
import { UsageError } from "./usage-error.js";

export async function openapi(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words);
  if (rest.length > 0) throw new UsageError(`openapi takes only --api, not "${rest[0]}".`);
  const name = apiNames.find((each) => each === flags.api);
  if (name === undefined) throw new UsageError(`--api "${flags.api}" cannot be used. Allowed: ${apiNames.join(", ")}.`);
  const { document } = await loadApi(name);
  process.stdout.write(`${JSON.stringify(await document(), null, 2)}\n`);
  return 0;
}
