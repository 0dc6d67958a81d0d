// The file that says that the mocks answer: whole from the moment it is there, and gone when they are.
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { errorText } from "../core/request/error-text.js";
import type { Prepared } from "./prepare.js";
import { openFacts } from "./ready-facts.js";
import { StartError } from "./usage-error.js";

export interface ReadyFile {
  readonly write: (prepared: readonly Prepared[]) => void;
  readonly remove: () => void;
}

/** Refuses a path that cannot be written, and takes away what an earlier run has left there. */
export function readyFile(file: string): ReadyFile {
  const draft = `${file}.${process.pid}.tmp`;
  const attempt = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      throw new StartError(
        `--ready-file "${file}" cannot be written: ${errorText(error)}. Name a file in a folder that exists.`,
      );
    }
  };
  attempt(() => {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error("it is a folder");
    writeFileSync(draft, "");
    rmSync(file, { force: true });
  });
  return {
    write: (prepared) =>
      attempt(() => {
        writeFileSync(draft, `${JSON.stringify(content(prepared))}\n`);
        renameSync(draft, file);
      }),
    remove: () => {
      rmSync(draft, { force: true });
      rmSync(file, { force: true });
    },
  };
}

/** One mock: its API, URL and ids. Several: a list of those. No secret: whoever needs a key knows the seed or gives a state. */
function content(prepared: readonly Prepared[]): object {
  const mocks = prepared.map((each) => ({ api: each.mock.api, url: each.listening.url, ...openFacts(each) }));
  return mocks.length === 1 ? { ...mocks[0], pid: process.pid } : { mocks, pid: process.pid };
}
