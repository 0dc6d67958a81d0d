// Reads the environment wherever there is one.

/** The trimmed value of an environment variable; `undefined` when blank, absent, or not to be read in this runtime. */
export function readEnv(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined; // Deno throws without --allow-env
  }
}

/** An option by its name, and by its variable where the value came from there. */
export function describeOption(option: string, value: unknown, name: string): string {
  return value !== undefined && readEnv(name) === value ? `${option} from ${name}` : option;
}

/** A page with a document, or one of its workers: whatever the client holds, its visitors can read. */
export function isBrowser(): boolean {
  const { window, importScripts, process } = globalThis as {
    window?: { document?: unknown };
    importScripts?: unknown;
    process?: { versions?: { node?: string } };
  };
  // Node, Bun, Deno and the edge runtimes have no such function in their workers; where one has, it says what it is.
  return !!window?.document || (!!importScripts && !process?.versions?.node);
}
