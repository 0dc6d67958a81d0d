// How a mock of MUTX is asked for its list of keys.
export const keyListOf = ({ apiKey }) => ({ path: "/v1/api-keys", headers: { "x-api-key": apiKey } });
