// What each way of counting pages takes for a page, and how it asks for another.
import { describe, expect, test } from "vitest";
import { allAtOnce, itemOffset, pageNumber } from "./paging.js";

describe("by page number", () => {
  test("reads the envelope, and refuses what is not one", () => {
    expect(pageNumber.read({ items: [1], has_more: true, total_count: 9 })).toEqual({
      items: [1],
      more: true,
      total: 9,
    });
    expect(pageNumber.read({ items: [1] })).toBeUndefined();
    expect(pageNumber.read(null)).toBeUndefined();
  });

  test("asks for the page so many steps on", () => {
    expect(pageNumber.seek({ limit: 5 }, 2, 5)).toEqual({ limit: 5, page: 3 });
    expect(pageNumber.offset({ page: 3 }, 5)).toBe(10);
  });
});

describe("by offset", () => {
  const paging = itemOffset("things", "skip");

  test("believes has_more where the server says it", () => {
    expect(paging.read({ things: [1], total: 9, has_more: false })).toMatchObject({ more: false, total: 9 });
  });

  test("goes by the total where it does not, from where the page starts", () => {
    expect(paging.read({ things: [1, 2], total: 3 })).toMatchObject({ more: true });
    expect(paging.read({ things: [3], total: 3, skip: 2 })).toMatchObject({ more: false });
  });

  test("refuses what is not a page", () => {
    expect(paging.read({ things: {}, total: 3 })).toBeUndefined();
    expect(paging.read({ things: [] })).toBeUndefined();
    expect(paging.read("<html>")).toBeUndefined();
  });

  test("asks from where the caller began", () => {
    expect(paging.seek({ limit: 5, skip: 3 }, 2, 5)).toEqual({ limit: 5, skip: 13 });
    expect(paging.offset({ skip: 3 }, 5)).toBe(3);
    expect(paging.offset({}, 5)).toBe(0);
  });
});

describe("all at once", () => {
  const paging = allAtOnce("things");

  test("is one page, and the last", () => {
    expect(paging.read({ things: [1, 2] })).toEqual({ items: [1, 2], more: false, total: 2 });
    expect(paging.read({ error: "no" })).toBeUndefined();
    expect(paging.seek({}, 1, 2)).toEqual({});
    expect(paging.offset({}, 2)).toBe(0);
  });
});
