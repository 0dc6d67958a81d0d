// Secrets in every disguise a log line may give them.
import { expect, test } from "vitest";
import { createRedact } from "./redact.js";

const redact = createRedact({ secretPrefixes: ["thub_", "sk-lf-"], secretFields: ["key", "password"] });
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
  ['{"id":"a","key":4711,"more":1}', '{"id":"a","key":…,"more":1}'],
  ['{"id":"a","key":["one","two"]}', '{"id":"a","key":…'],
  ["nothing here", "nothing here"],
])("%s", (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test("the client's own key is taken out literally too, also without its prefix, unless it is short", () => {
  const own = createRedact({ secretPrefixes: ["thub_"], secretFields: ["key"] });
  own.own = "Bearer thub_0123456789";
  expect(own("thub%5F0123456789 and 0123456789")).toBe("thub%5F… and …");
  own.own = "thub_0123456";
  expect(own("number 0123456")).toBe("number 0123456");
});
