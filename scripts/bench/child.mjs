// A child process that is asked and answers.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * Forks a file and waits for its first message.
 *
 * @param {URL} file
 * @param {string[]} args
 */
export async function startChild(file, args = []) {
  const process = fork(fileURLToPath(file), args, { execArgv: [] });
  const failed = new Promise((_, reject) => {
    process.once("exit", (code) => reject(new Error(`${[file.pathname, ...args].join(" ")} ended with ${code}.`)));
  });
  failed.catch(() => {});
  const answer = async () => (await Promise.race([once(process, "message"), failed]))[0];
  const first = await answer();
  return {
    first,
    ask(question) {
      process.send(question);
      return answer();
    },
    async end() {
      if (process.exitCode !== null) return;
      const ended = once(process, "exit");
      process.disconnect();
      await ended;
    },
  };
}
