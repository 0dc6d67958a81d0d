// What every client fetches and every server answers: a page of twenty API keys of Terminus Hub.
export const keys = Array.from({ length: 20 }, (_, index) => ({
  id: `0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c${7000 + index}`,
  name: `CI pipeline ${index}`,
  created_at: "2026-01-15T09:30:00.000Z",
  last_used_at: "2026-02-01T12:00:00.000Z",
}));

export const keyList = { items: keys, has_more: false, total_count: keys.length };
export const listPath = "/api/v1/api_keys";
