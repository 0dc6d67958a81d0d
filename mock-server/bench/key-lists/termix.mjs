// How a mock of Termix is asked for its list of keys.
export const keyListOf = ({ apiKey }) => ({ path: "/users/api-keys", headers: { authorization: `Bearer ${apiKey}` } });
