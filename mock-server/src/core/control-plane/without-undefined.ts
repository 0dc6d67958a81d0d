// Fields that are undefined left out, for options that must be absent rather than undefined.

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Optional fields that are absent in place of undefined. */
export function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<Value>;
}
