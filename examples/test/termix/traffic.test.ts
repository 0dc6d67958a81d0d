// What the client of Termix sends in traffic.ts, judged by the emitted document.
import { trafficSuite } from "../traffic-suite.js";
import { traffic } from "./traffic.js";

trafficSuite("termix", traffic, { server: "https://termix.example.com" });
