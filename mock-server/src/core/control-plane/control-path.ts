// Where the control plane lies, beside the paths of the API.

export const CONTROL_PATH = "/__mock";

/** Whether a target, path and query, is the control plane's. */
export const isControlTarget = (target: string): boolean =>
  target.startsWith(CONTROL_PATH) && /^[/?]?$/.test(target.charAt(CONTROL_PATH.length));
