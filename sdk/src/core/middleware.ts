// Layers around each attempt. The request passes from the outermost inwards, the answer outwards.

/** A request on its way out. The key is added after the last layer, so that none of them sees it. */
export interface OutgoingRequest {
  readonly method: string;
  url: string;
  headers: Headers;
  body: string | undefined;
  /** Aborts when the attempt times out or the caller gives up. */
  readonly signal: AbortSignal;
  /** 1 for the first. */
  readonly attempt: number;
}

export type Next = (request: OutgoingRequest) => Promise<Response>;

/** Changes the request, the answer, or both. It runs again for every attempt. */
export type Middleware = (request: OutgoingRequest, next: Next) => Promise<Response>;

export function composeMiddleware(layers: readonly Middleware[], core: Next): Next {
  return layers.reduceRight<Next>((next, layer) => async (request) => layer(request, next), core);
}
