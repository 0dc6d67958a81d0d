// The APIs that keep the laws. One file each; the laws are the same for all.
import type { KeyApi } from "./key-holders.js";
import { terminusHubKeys } from "./terminus-hub-keys.js";
import { termixKeys } from "./termix-keys.js";

export const keyApis: readonly KeyApi[] = [terminusHubKeys, termixKeys];
