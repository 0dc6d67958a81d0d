// Waits in real time, and their end.
import { expect, test } from "vitest";
import { PendingRequests } from "./pending-requests.js";

test("a pause ends by itself", async () => {
  await expect(new PendingRequests().wait(1)).resolves.toBeUndefined();
});

test("once closed, every wait ends at once, those begun later too", async () => {
  const waiting = new PendingRequests();
  const forever = waiting.wait(undefined);
  waiting.close();
  await forever;
  await waiting.wait(undefined);
  await waiting.wait(1e9);
  expect(waiting.closed).toBe(true);
});

test("a signal ends one wait with its reason, before or while it lasts", async () => {
  const waiting = new PendingRequests();
  const reason = new Error("enough");
  await expect(waiting.wait(undefined, AbortSignal.abort(reason))).rejects.toBe(reason);
  const abort = new AbortController();
  const forever = waiting.wait(1e9, abort.signal);
  abort.abort(reason);
  await expect(forever).rejects.toBe(reason);
});
