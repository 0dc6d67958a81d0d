// What was arranged for one request, by a fault or by its own `Prefer` header, and how it is done to the answer.
import type { Reply } from "../contract/problem.js";
import type { Answer, LostConnection } from "../response/outcome.js";

export class InjectedFailure {
  /** Real milliseconds before the answer leaves. */
  delay = 0;
  /** The request is carried out, and this takes the place of its success. */
  afterCommit: Reply | LostConnection | undefined;
  /** What happens to the body: it is not JSON, or it breaks off in the middle or after a number of bytes. */
  body: "malformed" | "truncated" | { readonly cutAfter: number } | undefined;
  /** The answer is sent as it is, without a look at the contract. */
  uncontracted = false;
  /** Sent beside those of the answer. */
  headers: Readonly<Record<string, string>> | undefined;

  /** How a request ends whose own end would be this. */
  replace(end: Reply | LostConnection): Reply | LostConnection {
    const committed = typeof end !== "string" && end.status < 400;
    return committed && this.afterCommit !== undefined ? this.afterCommit : end;
  }

  /** The answer as it leaves. One without a body has nothing to break. */
  perform(answer: Answer): Answer {
    const { body } = answer;
    const sent = this.headers === undefined ? answer : { ...answer, headers: { ...answer.headers, ...this.headers } };
    if (this.body === undefined || body === null) return sent;
    if (this.body === "malformed") return { ...sent, body: `${body.slice(0, -1)},` };
    return { ...sent, cutAfter: this.body === "truncated" ? Math.floor(body.length / 2) : this.body.cutAfter };
  }
}
