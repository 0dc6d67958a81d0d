// The answer to input that is missing or invalid: the first issue names the place, the log names all.

import type { Reply } from "../contract/problem.js";
import type { ApiTypes } from "../contract/services.js";
import type { InputIssue } from "./input-issues.js";
import type { RequestContext } from "./request-context.js";

export function refuseInput<T extends ApiTypes>(context: RequestContext<T>, issue: InputIssue, status: number): Reply {
  const place = issue.path.join(".");
  const nested = issue.path.length > 1;
  const param = issue.path[0];
  return context.refuse(
    {
      kind: issue.kind,
      status,
      message:
        issue.kind === "missing"
          ? `Missing required parameter: ${place}`
          : `${place === "" ? "The body" : place} ${issue.message}`,
      ...(param !== undefined && { param: String(param) }),
      ...(nested && { path: place }),
      issues: context.issues,
    },
    context.issues
      .map((each) => `${[each.in, ...each.path].join(".")} ${each.message.replace(/^is missing$/, "missing")}`)
      .join("; "),
  );
}
