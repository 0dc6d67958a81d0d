// stripe: a generated SDK of a large API. Its own default is node:http; a fetch to stub needs its fetch client.
import Stripe from "stripe";

export const label = "stripe";
export const packageName = "stripe";
export const surface = 'export { default } from "stripe";';

export function connect({ baseUrl, key, fetch }) {
  const { hostname, port, protocol } = new URL(baseUrl);
  const stripe = new Stripe(key, {
    host: hostname,
    protocol: protocol.slice(0, -1),
    ...(port && { port: Number(port) }),
    ...(fetch && { httpClient: Stripe.createFetchHttpClient(fetch) }),
  });
  return async () => (await stripe.rawRequest("GET", "/api/v1/api_keys")).items;
}

export const consumer = `import Stripe from "stripe";
const stripe = new Stripe("sk_x");
const { data } = await stripe.webhookEndpoints.list({ limit: 20 });
const names: string[] = data.map((endpoint) => endpoint.url);
console.log(names.join());
`;
