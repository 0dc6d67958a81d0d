// Reads the environment wherever there is one.

/** The trimmed value of an environment variable, or `undefined` if it is blank, absent or not readable in this runtime. */
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

/** Whether this is a page with a document, or one of its workers, where visitors can read whatever the client holds. */
export function isBrowser(): boolean {
  const { window, importScripts, process } = globalThis as {
    window?: { document?: unknown };
    importScripts?: unknown;
    process?: { versions?: { node?: string } };
  };
  // Workers of Node, Bun, Deno and the edge runtimes have no such function, or they say what they are.
  return !!window?.document || (!!importScripts && !process?.versions?.node);
}
