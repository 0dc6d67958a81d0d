// From flags to a mock that listens: what `start` and `exec` share.
import { readFileSync } from "node:fs";
import { type ApiName, apiNames, loadApi } from "../apis.js";
import type { ApiTypes } from "../core/contract/services.js";
import type { CoreMock, Listening } from "../core/mock/mock-types.js";
import { errorText } from "../core/request/error-text.js";
import { createMock, type MockOptions } from "../create-mock.js";
import type { ApiTypesByName } from "../generated/apis.js";
import type { Flags } from "./flags.js";
import { keepMemoryLow } from "./keep-memory-low.js";
import { lineWriter } from "./line-writer.js";
import { jsonLine, prettyLine } from "./log-lines.js";
import { StartError, UsageError } from "./usage-error.js";

export interface Prepared {
  readonly mock: CoreMock<ApiTypes>;
  readonly listening: Listening;
}

export interface Defaults {
  readonly port: number;
  readonly log: "pretty" | "json" | "silent";
}

const output = lineWriter(process.stdout);

/** The control plane's token can be set here, so that another container knows it. */
const TOKEN_VARIABLE = "TERMINUS_MOCK_TOKEN";

/** `--api all`: every API, each on a port of its own. */
const ALL = "all";
const LAST_PORT = 65_535;

/** The APIs that `--api` names. */
export function namedApis(api: string): readonly ApiName[] {
  if (api === ALL) return apiNames;
  const name = apiNames.find((each) => each === api);
  if (name === undefined) {
    throw new UsageError(`--api "${api}" cannot be used. Allowed: ${[...apiNames, ALL].join(", ")}.`);
  }
  return [name];
}

/** One listening mock for each API named; ports count up from the first. If one cannot be had, none is left behind. */
export async function prepare(flags: Flags, defaults: Defaults): Promise<readonly Prepared[]> {
  keepMemoryLow();
  const names = namedApis(flags.api);
  if (names.length > 1 && flags.state !== undefined) {
    throw new UsageError(`--state is the state of one API, so it does not go with --api ${ALL}. Name the API.`);
  }
  if (flags.preset !== undefined && flags.state !== undefined) {
    throw new UsageError("--preset and --state both say what the mock starts with. Leave one of them out.");
  }
  for (const name of names) await checkPreset(name, flags.preset);
  const [only] = names;
  if (names.length === 1 && only !== undefined && flags.rateLimit && !(await isLimited(only))) {
    throw new UsageError(`--rate-limit does not go with --api ${only}: it has no rate limit. Leave it out.`);
  }
  const firstPort = flags.port ?? defaults.port;
  if (firstPort + names.length - 1 > LAST_PORT) {
    throw new UsageError(
      `--port ${firstPort} cannot be used with --api ${ALL}, which needs ${names.length} ports in a row. Allowed: 0, or up to ${LAST_PORT - names.length + 1}.`,
    );
  }
  const prepared: Prepared[] = [];
  try {
    for (const [i, name] of names.entries()) {
      const mock = await make(name, flags, flags.log ?? defaults.log);
      const listening = await listen(mock, firstPort === 0 ? 0 : firstPort + i, flags);
      prepared.push({ mock, listening });
    }
    return prepared;
  } catch (error) {
    await closeAll(prepared);
    throw error;
  }
}

export async function closeAll(prepared: readonly Prepared[]): Promise<void> {
  await Promise.all(prepared.map(({ mock }) => mock.close()));
  output.flush();
}

async function isLimited(name: ApiName): Promise<boolean> {
  return (await loadApi(name)).rateLimit !== false;
}

async function checkPreset(name: ApiName, preset: string | undefined): Promise<void> {
  const { presets } = await loadApi(name);
  if (preset === undefined || Object.hasOwn(presets, preset)) return;
  const of = name === apiNames[0] ? "" : ` with ${name}`;
  throw new UsageError(`--preset "${preset}" cannot be used${of}. Allowed: ${Object.keys(presets).join(", ")}.`);
}

async function make(name: ApiName, flags: Flags, log: Defaults["log"]): Promise<CoreMock<ApiTypes>> {
  const { preset, seed, now, rateLimit, latency, state } = flags;
  const line = log === "json" ? jsonLine : prettyLine;
  const options = {
    api: name,
    ...(preset !== undefined && { preset: preset as ApiTypesByName[ApiName]["preset"] }),
    ...(seed !== undefined && { seed }),
    ...(now !== undefined && { now }),
    ...(rateLimit !== undefined && (await isLimited(name)) && { rateLimit }),
    ...(latency !== undefined && { latency }),
    ...(state !== undefined && { state: readState(state) as ApiTypesByName[ApiName]["stateInput"] }),
    ...(log !== "silent" && { log: (call) => output.write(line(call)) }),
  } satisfies MockOptions<ApiName>;
  try {
    return (await createMock(options)) as unknown as CoreMock<ApiTypes>;
  } catch (error) {
    if (state === undefined || !(error instanceof TypeError)) throw error;
    throw new UsageError(`--state "${state}": ${error.message}`);
  }
}

function readState(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`--state "${file}" cannot be read: ${errorText(error)}. Name a JSON file.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--state "${file}" is not JSON: ${errorText(error)}.`);
  }
}

async function listen(mock: CoreMock<ApiTypes>, port: number, { host, cors, api }: Flags): Promise<Listening> {
  const controlToken = process.env[TOKEN_VARIABLE]?.trim();
  try {
    return await mock.listen({
      port,
      cors,
      ...(host !== undefined && { host }),
      ...(controlToken ? { controlToken } : {}),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const where = host ?? "127.0.0.1";
    if (code === "EADDRINUSE") {
      const another =
        api === ALL
          ? `--api ${ALL} needs ${apiNames.length} ports in a row: choose others with --port`
          : `Choose another with --port ${port < LAST_PORT ? port + 1 : port - 1}`;
      throw new StartError(`Port ${port} on ${where} is in use. ${another}, or --port 0 for any that is free.`);
    }
    const { cause = error } = error as Error;
    throw new StartError(
      `Cannot listen on ${where}, port ${port}: ${errorText(cause)}. Choose others with --host and --port.`,
    );
  }
}
