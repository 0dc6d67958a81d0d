// What the tests of every package share: files of one worker share its modules, which are loaded once instead of once a file.
// So that no file meets what another left behind, stubs and spies end with their test. The large suites fill every processor.
export const testBase = {
  isolate: false,
  maxWorkers: "100%",
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};
