// `createMock`: a mock of one of the APIs, by name.
import packageJson from "../package.json" with { type: "json" };
import { type ApiName, loadApi } from "./apis.js";
import { buildMock } from "./core/mock/build-mock.js";
import { checkOptionNames } from "./core/mock/check-options.js";
import { type CoreOptions, OPTION_NAMES } from "./core/mock/mock-options.js";
import type { Mock as MockOf } from "./core/mock/mock-types.js";
import type { ApiTypesByName } from "./generated/apis.js";

/** A mock of the API named, `terminus-hub` unless another is. */
export type Mock<Name extends ApiName = "terminus-hub"> = MockOf<ApiTypesByName[Name]>;

/** The options of `createMock`. Presets and state are those of the API. */
export type MockOptions<Name extends ApiName = "terminus-hub"> = CoreOptions<ApiTypesByName[Name]> &
  ApiTypesByName[Name]["options"] & {
    /** Which API to mock. If omitted, `"terminus-hub"`. */
    readonly api?: Name;
  };

/**
 * Makes a mock that owns everything it does: store, clock, randomness, limiter, faults and journal.
 *
 * @example
 * await using mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
 * const answer = await mock.fetch(`${mock.baseUrl}/api/v1/workspaces`, {
 *   headers: { authorization: `Bearer ${mock.apiKey}` },
 * });
 * @throws RangeError or TypeError that names the option at fault.
 */
export async function createMock<Name extends ApiName = "terminus-hub">(
  options: MockOptions<Name> = {} as MockOptions<Name>,
): Promise<Mock<Name>> {
  if (typeof options !== "object" || options === null)
    checkOptionNames(options, ["api", ...OPTION_NAMES], "createMock()");
  const { api: name = "terminus-hub" as Name, ...rest } = options;
  const api = await loadApi(name);
  return buildMock(api, rest as CoreOptions<ApiTypesByName[Name]> & ApiTypesByName[Name]["options"], {
    listen: async (mock, listenOptions) => (await import("./node/listen.js")).listen(mock, listenOptions),
    version: packageJson.version,
  });
}
