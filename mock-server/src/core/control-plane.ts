// The mock's own HTTP interface under /__mock, for tests in other languages. (Its routes follow.)
import type { ApiTypes } from "./api.js";
import type { CoreMock } from "./mock.js";

export interface ControlPlane {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export function createControlPlane(
  mock: CoreMock<ApiTypes>,
  _options: { readonly token: string | undefined },
): ControlPlane {
  return { fetch: () => Response.json({ status: "ok", api: mock.api }) };
}
