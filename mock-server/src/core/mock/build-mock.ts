// Makes a mock of an API, with the actions of that API on it.

import type { MockApi } from "../contract/mock-api.js";
import type { ApiTypes } from "../contract/services.js";
import type { CoreOptions } from "./mock-options.js";
import type { Host, Mock } from "./mock-types.js";
import { OwnedMock } from "./owned-mock.js";

/** Makes a mock of an API. `createMock` finds the API by its name. */
export function buildMock<T extends ApiTypes>(
  api: MockApi<T>,
  options: CoreOptions<T> & T["options"],
  host: Host,
): Mock<T> {
  return new OwnedMock(api, options, host) as unknown as Mock<T>;
}
