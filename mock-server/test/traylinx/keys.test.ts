// The properties of keys, held against those of Traylinx as keys.ts makes and lists them.
import { keyProperties } from "../properties/key-properties.js";
import { keys } from "./keys.js";

keyProperties(keys);
