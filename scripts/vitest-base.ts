// What the tests of every package share: files of one worker share its modules, which are loaded once instead of once a file.
// So that no file meets what another left behind, stubs and spies end with their test. The large suites fill every processor.
export const testBase = {
  isolate: false,
  maxWorkers: "100%",
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

/**
 * Two projects of a package: `unit`, whose coverage is measured, and `long`, which measuring would slow down without
 * reaching more. Run one with `npx vitest run --project unit`.
 */
export function projectsOf(include: readonly string[], long: readonly string[]) {
  return [
    { extends: true as const, test: { name: "unit", include: [...include], exclude: [...long] } },
    { extends: true as const, test: { name: "long", include: [...long] } },
  ];
}
