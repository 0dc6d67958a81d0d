// The programs of a page as a stranger has them: they compile beside the packed package, and each runs there.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints, javascriptOf } from "../../scripts/compile.js";
import { type Installed, installPacked } from "../../scripts/packed.js";
import type { Block } from "../../scripts/readme-blocks.js";

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramsOptions {
  /** Blocks of TypeScript. The first is run as it stands where it is for whoever has no compiler. */
  readonly programs: readonly { readonly name: string; readonly block: Block; readonly plain?: boolean }[];
  /** Runs one: `start` gives what the program prints with these variables. */
  readonly run: (start: (env: NodeJS.ProcessEnv) => Promise<Output>) => Promise<void>;
}

export function programsSuite({ programs, run }: ProgramsOptions): void {
  let app: Installed;
  beforeAll(() => {
    app = installPacked("sdk");
  });
  afterAll(() => app.remove());

  test("every program compiles", () => {
    const files = programs.map((_, index) => `program-${index}.mts`);
    for (const [index, { block }] of programs.entries()) app.write(`program-${index}.mts`, block.text);
    const options = { target: "es2022", lib: ["es2022"], module: "nodenext", strict: true, types: ["node"] };
    expect(complaints(app.folder, files, options)).toBe("");
  });

  describe("runs, and shows no secret:", () => {
    test.each(programs.map((program) => [program.name, program] as const))(
      "%s",
      async (_, { block, plain = false }) => {
        const file = app.write("run/program.mjs", plain ? block.text : javascriptOf(block.text));
        await run((env) => promisify(execFile)(process.execPath, [file], { env }));
      },
    );
  });
}
