// No secret in anything that is written down.
import { expect, test } from "vitest";
import { Redaction } from "./redaction.js";

const redaction = new Redaction({
  secretPrefixes: ["a_", "bb_"],
  secretPattern: /(?:a_|bb_|cc_)[0-9a-z]+/g,
  secretHeaders: ["x-key"],
  secretFields: ["password"],
});

test("a long secret keeps its prefix and four characters, a short one its prefix alone", () => {
  expect(redaction.text("one a_0123456789abcdef, two bb_01")).toBe("one a_…cdef, two bb_…");
});

test("text without a prefix is not searched, and a match without a known prefix is cut whole", () => {
  expect(redaction.text("cc_0123456789")).toBe("cc_0123456789");
  expect(redaction.text("a_1 cc_0123456789")).toBe("a_… …6789");
});

test("values of secret fields go, in JSON closed or cut off, in forms and in queries", () => {
  expect(redaction.text('{"password" : "x\\"y","n":1}')).toBe('{"password" : "[redacted]","n":1}');
  expect(redaction.text('{"password":"half of i')).toBe('{"password":"[redacted]"');
  expect(redaction.text("user=me&password=x y&z=1")).toBe("user=me&password=[redacted]&z=1");
});

test("without secret fields text is left alone", () => {
  const plain = new Redaction({ secretPrefixes: [], secretPattern: /x/g, secretHeaders: [], secretFields: [] });
  expect(plain.text("password=x")).toBe("password=x");
});

test("headers that carry credentials lose their value whole, others what looks like a secret", () => {
  const flat = ["Authorization", "Bearer x", "X-Key", "y", "X-More", "a_0123456789abcdef", "odd"];
  expect(redaction.headers(flat)).toEqual([
    "authorization",
    "[redacted]",
    "x-key",
    "[redacted]",
    "x-more",
    "a_…cdef",
    "odd",
    "",
  ]);
});

const secret = "a_0123456789abcdef";
const everyByte = [...secret].map((each) => `%${each.charCodeAt(0).toString(16)}`).join("");

test.each([
  [`/things?x=${everyByte}`, "/things?x=a_…cdef"],
  [`/things/%61_0123456789abcdef?y=%20`, "/things/a_…cdef?y=%20"],
  [`/things?x=${everyByte.replaceAll("%", "%25")}`, "/things?x=a_…cdef"],
  [String.raw`{"x":"\u0061_0123456789abcdef","y":"\u00e9\n"}`, String.raw`{"x":"a_…cdef","y":"\u00e9\n"}`],
  [String.raw`{"x":"\\u0061_0123"}`, String.raw`{"x":"\\u0061_0123"}`],
  ["user=me&p%61ssword=x&z=1", "user=me&password=[redacted]&z=1"],
  [String.raw`{"p\u0061ssword":"x","n":1}`, '{"password":"[redacted]","n":1}'],
  ["a%20b%2Fc", "a%20b%2Fc"],
])("an encoding hides nothing: %s", (text, safe) => {
  expect(redaction.text(text)).toBe(safe);
});

test.each([
  ['{"Password":"x"}', '{"Password":"[redacted]"}'],
  ['{"password":["x",{"y":"]"}],"n":1}', '{"password":"[redacted]","n":1}'],
  ['{"password":{"x":"}\\""},"n":1}', '{"password":"[redacted]","n":1}'],
  ['{"password":12345,"n":1}', '{"password":"[redacted]","n":1}'],
  ['{"password":null,"n":true}', '{"password":null,"n":true}'],
  ['{"password":["x","y', '{"password":"[redacted]"'],
  ['{"password":', '{"password":'],
  ['[{"password":"x"},{"PASSWORD":"y"}]', '[{"password":"[redacted]"},{"PASSWORD":"[redacted]"}]'],
  ["PASSWORD=x&password[]=y&password%5B0%5D=z", "PASSWORD=[redacted]&password[]=[redacted]&password%5B0%5D=[redacted]"],
])("neither case nor type saves a secret field: %s", (text, safe) => {
  expect(redaction.text(text)).toBe(safe);
});

test.each(["X-Auth-Token", "api-key", "Client-Secret", "X-Forwarded-Authorization", "X-Cookies"])(
  "the header %s says by its name that its value is a secret",
  (name) => {
    expect(redaction.headers([name, "plain"])).toEqual([name.toLowerCase(), "[redacted]"]);
  },
);

test("data loses the secrets in its texts and names, and nothing else", () => {
  expect(redaction.data({ list: [`x ${secret}`, 1, null], [secret]: true, password: "kept" })).toEqual({
    list: ["x a_…cdef", 1, null],
    "a_…cdef": true,
    password: "kept",
  });
});
