// Runs a program of this folder against a mock.
// It takes the mock that TERMINUS_BASE_URL names, the one that `npm start` has up, or a new one.
import { pathToFileURL } from "node:url";
import { createMock } from "@terminus-hub/mock-server";

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error("Name the program to run: tsx with-mock.ts quickstart.ts");
  process.exit(2);
}

if (process.env.TERMINUS_BASE_URL) {
  await import(pathToFileURL(program).href);
} else {
  // `npm start` uses seed 1 too, so the demo key of this mock is the demo key of that one.
  await using mock = await createMock({ seed: 1 });
  const running = "http://127.0.0.1:4010";
  const isUp = await fetch(`${running}/__mock/health`).then(
    (response) => response.ok,
    () => false,
  );
  const url = isUp ? running : (await mock.listen()).url;
  console.log(`Mock: ${url}${isUp ? " (already up)" : ""}`);
  process.env.TERMINUS_BASE_URL = url;
  process.env.TERMINUS_API_KEY = mock.apiKey;
  await import(pathToFileURL(program).href);
}
