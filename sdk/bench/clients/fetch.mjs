// Bare fetch, as one would write it by hand: the baseline of every call.
export const label = "bare fetch";

export function connect({ baseUrl, key, fetch = (url, init) => globalThis.fetch(url, init) }) {
  const init = { headers: { authorization: `Bearer ${key}`, accept: "application/json" } };
  return async () => {
    const response = await fetch(`${baseUrl}/api/v1/api_keys`, init);
    if (!response.ok) throw new Error(`The bench's own server answered ${response.status}.`);
    return (await response.json()).items;
  };
}
