// The refusal of a name or an id that a mock does not hold, with some that it does.

/** @throws RangeError, always. */
export function unknownId(what: string, id: string, known: Iterable<string>): never {
  const some = [...known].slice(0, 5).join(", ");
  throw new RangeError(
    `There is no ${what} "${id}" in this mock. ${some === "" ? "There is none." : `Some that exist: ${some}.`}`,
  );
}
