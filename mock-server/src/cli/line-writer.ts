// Log lines, gathered for a moment and written together: a write of its own for each would cost a fifth of answering.
import { writeSync } from "node:fs";

/** Milliseconds that a line may wait; nobody reads faster. */
const MOMENT = 20;

export interface LineWriter {
  readonly write: (line: string) => void;
  /** Writes what waits, at once. */
  readonly flush: () => void;
}

/** Writes lines to a stream in bunches. What waits when the process ends is written then, whatever ends it in order. */
export function lineWriter(stream: NodeJS.WritableStream & { readonly fd?: number }): LineWriter {
  let waiting = "";
  let timer: NodeJS.Timeout | undefined;
  const take = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = waiting;
    waiting = "";
    return text;
  };
  const flush = () => {
    if (waiting !== "") stream.write(take());
  };
  process.on("exit", () => {
    if (waiting !== "") writeSync(stream.fd ?? 1, take());
  });
  return {
    write: (line) => {
      waiting += `${line}\n`;
      timer ??= setTimeout(flush, MOMENT).unref();
    },
    flush,
  };
}
