// What a process has cost so far, as Linux counts it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

if (process.platform !== "linux") {
  throw new Error("The bench reads a server's CPU time and memory from /proc, which only Linux has. Run it there.");
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]));

/** Seconds of user and system time of all its threads. */
export function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name may hold blanks; after its parenthesis utime and stime are the 12th and 13th field.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Megabytes (of 1,000,000 bytes): resident now, and at the highest so far. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (field) => (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1024) / 1e6;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
