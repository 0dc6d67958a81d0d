// What the client of New Api sends in traffic.ts, judged by the emitted document.
import { trafficSuite } from "../traffic-suite.js";
import { traffic } from "./traffic.js";

trafficSuite("new-api", traffic);
