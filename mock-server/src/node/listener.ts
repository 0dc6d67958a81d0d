// What a port knows beside the mock that it serves.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ApiTypes } from "../core/contract/services.js";
import type { MockInternals } from "../core/mock/mock-internals.js";
import type { CoreMock } from "../core/mock/mock-types.js";

/** The latest request on a connection, and its answer. */
interface Latest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface Listener {
  readonly latest: WeakMap<Socket, Latest>;
  readonly mock: CoreMock<ApiTypes>;
  readonly internals: MockInternals;
  readonly wide: boolean;
  readonly cors: boolean;
  readonly controlToken: string | undefined;
  /** Loaded with the first request for it. */
  controlPlane: Promise<RequestListener> | undefined;
}
