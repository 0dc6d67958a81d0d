// `terminus-mock openapi`: the contract that the mock keeps, as JSON.
import { loadApi } from "../apis.js";
import { readFlags } from "./flags.js";
import { namedApis } from "./prepare.js";
import { UsageError } from "./usage-error.js";

export async function openapi(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words, { command: "openapi", takes: (flag) => flag === "api" });
  if (rest.length > 0) throw new UsageError(`openapi takes only --api, not "${rest[0]}".`);
  const [name, ...more] = namedApis(flags.api);
  if (name === undefined || more.length > 0)
    throw new UsageError("openapi prints one document. Name one API with --api.");
  const { document } = await loadApi(name);
  process.stdout.write(`${JSON.stringify(await document(), null, 2)}\n`);
  return 0;
}
