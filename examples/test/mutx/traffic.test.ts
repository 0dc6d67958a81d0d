// What the client of MUTX sends in traffic.ts, judged by the emitted document.
import { trafficSuite } from "../traffic-suite.js";
import { traffic } from "./traffic.js";

trafficSuite("mutx", traffic);
