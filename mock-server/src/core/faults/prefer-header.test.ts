// The failures that a request asks for itself.
import { describe, expect, test } from "vitest";
import { tinyCall, tinyMock } from "../../../test/tiny-api.js";

const now = "2026-01-01T00:00:00Z";
const open = (options = {}) => tinyMock({ seed: 1, now, rateLimit: false, ...options });

describe("Prefer", () => {
  const prefer = (value: string) => ({ headers: { prefer: value } });

  test("code=500 answers so in the API's envelope, says so, and touches no state", async () => {
    const mock = open();
    const answer = await tinyCall(mock, "DELETE /things/one", prefer("code=500"));
    expect([answer.status, answer.text, answer.headers.get("preference-applied")]).toEqual([
      500,
      '{"detail":"internal"}',
      "code=500",
    ]);
    expect(mock.tiny().things.has("one")).toBe(true);
    expect(mock.calls()[0]?.why).toBe("Prefer: code=500");
  });

  test("code of a success answers with the contract's example, or with nothing where no body is declared", async () => {
    const mock = open();
    expect((await tinyCall(mock, "GET /things", prefer("code=200"))).text).toBe('[{"id":"example","parts":[]}]');
    const gone = await tinyCall(mock, "DELETE /things/one", prefer('code="204"'));
    expect([gone.status, mock.tiny().things.has("one")]).toEqual([204, true]);
  });

  test("code=429 brings Retry-After", async () => {
    expect((await tinyCall(open(), "GET /things", prefer("code=429"))).headers.get("retry-after")).toBe("1");
  });

  test.each(["code=418", "code=abc", "code=2000"])(
    "%s is refused with 400, since the operation does not declare it",
    async (value) => {
      const answer = await tinyCall(open(), "GET /things", prefer(value));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("which listThings does not declare. Declared: 200, 401, 422, 429, 500, 503");
      expect(answer.headers.get("preference-applied")).toBeNull();
    },
  );

  test("wait=0 and a code are both applied, and what is unknown is ignored", async () => {
    const answer = await tinyCall(open(), "GET /things", prefer("respond-async, wait=0; x=1, code=503, code=500"));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([503, "wait=0, code=503"]);
  });

  test.each(["wait=soon", "wait=-1", "wait=60.5", "wait=999999", "wait", "wait=1e1"])(
    "%s is refused with what is allowed",
    async (value) => {
      const answer = await tinyCall(open(), "GET /things", prefer(value));
      expect([answer.status, answer.text]).toEqual([
        400,
        expect.stringContaining("Give seconds from 0 to 60, such as wait=0.5"),
      ]);
      expect(answer.headers.get("preference-applied")).toBeNull();
    },
  );

  test("wait takes a part of a second", async () => {
    const answer = await tinyCall(open(), "GET /things", prefer("wait=0.001"));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([200, "wait=0.001"]);
  });

  test("a status after commit is named in the journal's why", async () => {
    const mock = open();
    mock.faults.add({ status: 503, afterCommit: true, times: 1 });
    await tinyCall(mock, "GET /things");
    expect(mock.calls()[0]).toMatchObject({ status: 503, why: "fault-1: an armed fault (503 after commit)" });
  });

  test.each(["handling=strict"])("%s is ignored", async (value) => {
    const answer = await tinyCall(open(), "GET /things", prefer(value));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([200, null]);
  });

  test("wait delays in real time", async () => {
    const mock = open();
    const waiting = tinyCall(mock, "GET /things", prefer("wait=60"));
    await mock.close();
    expect((await waiting).headers.get("preference-applied")).toBe("wait=60");
  });

  test("counts for nothing without a valid key", async () => {
    expect(
      (await tinyCall(open(), "GET /things", { headers: { "x-token": "wrong", prefer: "code=200" } })).status,
    ).toBe(401);
  });
});
