// Every program in docs/ compiles as a stranger would compile it, and runs against loopback servers of all four APIs.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installed, installPacked, nodeTypes, tsc } from "./packed.js";
import { KEY, page, type Received, type Step, script } from "./scripted-server.js";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));

const programs = readdirSync(docs).flatMap((file) => {
  const text = readFileSync(docs + file, "utf8");
  const heads = [...text.matchAll(/^#+ (.*)$/gm)];
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }, number) => {
    const head = heads.filter((candidate) => candidate.index < index).at(-1)?.[1];
    return { name: `${file}, ${head}, program ${number + 1}`, text: code };
  });
});

const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const MUTX_KEY = `mutx_live_0123456789ab_${"A".repeat(43)}`;
const TERMIX_KEY = `tmx_${"0123456789abcdef".repeat(4)}`;
const TRAYLINX_KEY = "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a";
const THEN = "2025-12-01T00:00:00.000Z";

/** Each keeps as much as the programs look at: a key is there until it is deleted. */
const servers: Record<string, () => (request: Received) => Step> = {
  TERMINUS: () => {
    const names = new Map([["k1", "CI pipeline"]]);
    const wire = (id: string) => ({ id, name: names.get(id), created_at: THEN, last_used_at: null });
    return ({ method, url }) => {
      if (!url.includes("api_keys")) return { body: page(["w"], false) };
      if (method === "GET") {
        return { body: { items: [...names.keys()].map(wire), has_more: false, total_count: names.size } };
      }
      if (method === "DELETE") return { status: names.delete(url.split("/").at(-1) ?? "") ? 204 : 404 };
      names.set("k2", "CI pipeline");
      return { status: 201, body: { ...wire("k2"), key: KEY.replace("ab12", "cd34") } };
    };
  },
  TERMIX: () => {
    const key = { id: "k1", name: "ci", userId: "u", username: "admin", tokenPrefix: "tmx_01234567", createdAt: THEN };
    return ({ method, url }) => {
      if (url === "/users/login") {
        return {
          body: { success: true, is_admin: true, username: "admin" },
          headers: { "set-cookie": `jwt=${TOKEN}` },
        };
      }
      if (url === "/users/me") return { body: { userId: "u" } };
      if (url.startsWith("/users/list")) return { body: { users: [{ userId: "u", username: "admin" }], total: 1 } };
      if (method === "POST" && url === "/users/api-keys") {
        return { status: 201, body: { ...key, expiresAt: null, token: TERMIX_KEY } };
      }
      if (method !== "GET") return { body: { success: true } };
      return { body: { apiKeys: [{ ...key, expiresAt: null, lastUsedAt: null, isActive: true }] } };
    };
  },
  MUTX: () => {
    const key = { name: "ci", created_at: THEN, expires_at: "2099-01-01T00:00:00.123456" };
    let id = "k1";
    return ({ url }) => {
      if (url.endsWith("/login")) {
        return { body: { access_token: TOKEN, refresh_token: TOKEN, token_type: "bearer", expires_in: 1800 } };
      }
      if (url.endsWith("/auth/me")) return { body: { plan: "FREE" } };
      if (url.endsWith("/rotate")) {
        id = "k2";
        return { body: { ...key, id, key: MUTX_KEY.replace("0123", "4567") } };
      }
      const items = [{ ...key, id, last_used: null, is_active: true }];
      return { body: { items, total: 1, skip: 0, limit: 50, has_more: false } };
    };
  },
  TRAYLINX: () => {
    const attributes = { publicKey: "pk-lf-1", displaySecretKey: "sk-lf-...2b1a", note: "ci", createdAt: THEN };
    return ({ url }) => {
      if (url.endsWith("/token")) {
        return { body: { data: { attributes: { accessToken: TOKEN, refreshToken: TOKEN } } } };
      }
      if (url.endsWith("/models")) return { body: { object: "list", data: [{ id: "openai/gpt-oss-120b" }] } };
      return { body: { data: [{ id: "k1", attributes }] } };
    };
  },
};

let app: Installed;
beforeAll(() => {
  app = installPacked();
});
afterAll(() => app.remove());

test("there are programs for each client and for each part of the lifecycle", () => {
  expect(programs.length).toBeGreaterThanOrEqual(11);
});

test("every program compiles", () => {
  const files = programs.map(({ text }, i) => {
    app.write(`program-${i}.mts`, text);
    return `program-${i}.mts`;
  });
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    typeRoots: [nodeTypes],
    types: ["node"],
  };
  app.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  expect(app.run(process.execPath, tsc, "-p", ".")).toBe("");
});

describe("runs, and shows no secret:", () => {
  test.each(programs.map(({ name, text }) => [name, text]))("%s", async (_, text) => {
    const env: Record<string, string> = {
      PATH: process.env.PATH ?? "",
      TERMINUS_API_KEY: KEY,
      TERMIX_API_KEY: TERMIX_KEY,
      MUTX_API_KEY: MUTX_KEY,
      TRAYLINX_API_KEY: TRAYLINX_KEY,
      TRAYLINX_ACCESS_TOKEN: TOKEN,
    };
    for (const [name, serve] of Object.entries(servers)) env[`${name}_BASE_URL`] = (await script(serve())).url;
    const file = app.write("run/program.mjs", transformSync(text, { loader: "ts" }).code);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { env });
    expect(stderr).toBe("");
    expect(stdout).not.toBe("");
    expect(stdout).not.toContain("undefined");
    expect(stdout).not.toMatch(/false$/m);
    expect(stdout).not.toMatch(/thub_\w|tmx_\w{9}|mutx_live_\w|sk-lf-\w|eyJ/);
  });
});
