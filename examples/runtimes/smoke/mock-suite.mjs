// What the mock must do on every Node, in process and on a port.

/**
 * @param {typeof import("@terminus-hub/mock-server")} mockServer
 * @returns {Promise<{ name: string, error?: string }[]>} one result per check, an error where it failed
 */
export async function runMockSuite({ createMock }) {
  const checks = {
    "answers mock.fetch": async (mock) => expectWorkspaces(mock.fetch, mock.baseUrl, mock.apiKey),
    "answers on a port": async (mock) => expectWorkspaces(fetch, (await mock.listen()).url, mock.apiKey),
  };
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    const mock = await createMock({ seed: 1 });
    try {
      await check(mock);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? `${error.stack}` : String(error) });
    } finally {
      await mock.close();
    }
  }
  return results;
}

async function expectWorkspaces(send, baseUrl, apiKey) {
  const response = await send(`${baseUrl}/api/v1/workspaces`, { headers: { authorization: `Bearer ${apiKey}` } });
  const text = await response.text();
  if (response.status !== 200 || !text.includes('"Main"')) throw new Error(`Got ${response.status}: ${text}`);
}
