// The contract suite of every API with Prism as its only transport.
import { listedApis } from "../../scripts/package-entries.js";
import { contractSuite } from "../test/contract/contract-suite.js";
import type { Contract } from "../test/contract/scenario.js";
import { prismTransport } from "./prism-transport.js";

for (const { name } of listedApis()) {
  const { contract } = (await import(`../test/${name}/contract.ts`)) as { readonly contract: Contract<"terminus-hub"> };
  contractSuite(contract, { prism: prismTransport });
}
