// Runs the caller's proof that a secret works.

/** Rejects when the proof throws, or returns `false` or anything whose `ok` is `false`. */
export async function prove(verify: (secret: string) => unknown, secret: string): Promise<void> {
  if (!secret) throw new Error("The API made the key and showed no secret");
  const outcome = await verify(secret);
  const { ok, error, status } = Object(outcome);
  if (outcome !== false && ok !== false) return;
  const why = error instanceof Error ? error.message : status ? `status ${status}` : "it returned false";
  throw new Error(`verify says that the new key does not work: ${why}`, { cause: error });
}
