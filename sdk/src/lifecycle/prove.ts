// Runs the caller's proof that a secret works.

/** Rejects if the proof throws, or returns nothing, `false`, or anything whose `ok` is `false`. */
export async function prove(verify: (secret: string) => unknown, secret: string): Promise<void> {
  if (!secret) throw new Error("The API made the key but showed no secret");
  const returned = verify(secret);
  // A list that is made and not returned is never sent: it would prove any key.
  if (returned === undefined) throw new Error("verify returned nothing. Return the call that it makes");
  const outcome = await returned;
  const { ok, error, status } = Object(outcome);
  if (outcome !== false && ok !== false) return;
  const why = error instanceof Error ? error.message : status ? `status ${status}` : "it returned false";
  throw new Error(`verify says that the new key does not work: ${why}`, { cause: error });
}
