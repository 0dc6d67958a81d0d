// What a schema cannot say of state by itself: that values differ, and that what is referred to is there.

interface Context {
  addIssue(issue: { code: "custom"; path: (string | number)[]; message: string }): void;
}

type Path = readonly (string | number)[];

/** Refuses a value that was seen before, and names the place where. Values are never shown: they may be secrets. */
export function distinct(context: Context): (value: string | undefined, path: Path) => void {
  const seen = new Map<string, Path>();
  return (value, path) => {
    if (value === undefined) return;
    const before = seen.get(value);
    if (before === undefined) seen.set(value, path);
    else context.addIssue({ code: "custom", path: [...path], message: `must differ from ${before.join(".")}` });
  };
}
