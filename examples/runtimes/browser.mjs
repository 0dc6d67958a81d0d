// The bundled SDK in headless Chromium, on a page of another origin than the mock's.
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium as launcher } from "playwright-core";

/**
 * @param {string} program Chromium's
 * @param {string} folder where the packages are installed
 * @param {{ baseUrl: string, apiKey: string }} place of a mock that allows other origins
 */
export async function runInBrowser(program, folder, place) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "sdk-browser.mjs")],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    write: false,
  });
  const page = `<!doctype html><meta charset="utf-8"><title>smoke</title><script>${outputFiles[0].text}</script>`;
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // Debian's Chromium has no sandbox of its own for root, who runs CI.
  const browser = await launcher.launch({ executablePath: program, args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    return await tab.evaluate((where) => globalThis.runSdkSuite(where), place);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
