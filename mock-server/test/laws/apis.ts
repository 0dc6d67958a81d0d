// The APIs that keep the laws. One file each; the laws are the same for all.
import type { KeyApi } from "./key-holders.js";
import { mutxKeys } from "./mutx-keys.js";
import { terminusHubKeys } from "./terminus-hub-keys.js";
import { termixKeys } from "./termix-keys.js";
import { traylinxKeys } from "./traylinx-keys.js";

export const keyApis: readonly KeyApi[] = [terminusHubKeys, termixKeys, mutxKeys, traylinxKeys];
