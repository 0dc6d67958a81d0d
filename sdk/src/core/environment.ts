// Reads the environment wherever there is one.

/** The trimmed value of an environment variable; `undefined` when blank, absent, or not to be read in this runtime. */
export function readEnv(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined; // Deno throws without --allow-env
  }
}

/** A page with a document: whatever the client holds, its visitors can read. */
export function isBrowser(): boolean {
  const { window } = globalThis as { window?: { document?: unknown } };
  return typeof window?.document === "object";
}
