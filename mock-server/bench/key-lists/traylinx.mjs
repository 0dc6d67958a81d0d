// How a mock of Traylinx is asked for its list of keys.
export const keyListOf = ({ accessToken, organizationId, projectId }) => ({
  path: `/organizations/${organizationId}/projects/${projectId}/api_keys`,
  headers: { authorization: `Bearer ${accessToken}` },
});
