// Secrets in every disguise a log line may give them.
import { expect, test } from "vitest";
import { createRedact } from "./redact.js";

const redact = createRedact(["thub_", "sk-lf-"], ["key", "password"]);
const KEY = "thub_0123456789abcdefghijklmnopqrab12";

test.each([
  [KEY, "thub_…ab12"],
  [`Bearer ${KEY}, again ${KEY}`, "Bearer thub_…b12, again thub_…ab12"],
  ["thub_short", "thub_…"],
  ["thub_01234567ab12", "thub_…ab12"],
  ["thub_0123456ab12", "thub_…"],
  [`<b>${KEY}</b>`, "<b>thub_…ab12</b>"],
  [`?key=${KEY}&limit=3`, "?key=thub_…ab12&limit=3"],
  [`{"key":"${KEY}","id":"a"}`, '{"key":"thub_…ab12","id":"a"}'],
  [`{"key":"${KEY.slice(0, 20)}`, '{"key":"thub_…bcde'],
  ['{"key" : "no pattern", "id":"a"}', '{"key" : "…", "id":"a"}'],
  ['{"password":"a \\" b","id":"a"}', '{"password":"…","id":"a"}'],
  ['{"password":"cut off', '{"password":"…'],
  ['{"x":"{\\"password\\":\\"hunter2\\"}"}', '{"x":"{\\"password\\":\\"…"}'],
  ['{"monkey":"fine"}', '{"monkey":"fine"}'],
  ["sk-lf-0b1c2d3e-4f50-6171-8293-a4b5c6d7e8f9", "sk-lf-…e8f9"],
  ["nothing here", "nothing here"],
])("%s", (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
