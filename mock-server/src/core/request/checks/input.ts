// The checks of path, query and body against the schemas of the operation: nothing required is missing, and nothing is invalid.
import type { Reply } from "../../contract/problem.js";
import type { ApiTypes } from "../../contract/services.js";
import type { InputIssue } from "../input-issues.js";
import type { Check, RequestContext } from "../request-context.js";
import { readInput } from "../request-input.js";

/** 400 where something required is not there. Reads all input, so it stands before `validInput`. */
export const requiredInput: Check<ApiTypes> = {
  name: "missing",
  run: (context) => {
    readInput(context);
    const first = context.issues.find(({ kind }) => kind === "missing");
    return first && refuseInput(context, first, 400);
  },
};

/** 422 where something is not what it must be. */
export const validInput: Check<ApiTypes> = {
  name: "invalid",
  run: (context) => {
    const first = context.issues[0];
    return first && refuseInput(context, first, 422);
  },
};

/** The first issue names the place, the log names all. */
function refuseInput(context: RequestContext<ApiTypes>, issue: InputIssue, status: number): Reply {
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
