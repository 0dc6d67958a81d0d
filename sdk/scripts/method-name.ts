// How an operation becomes a method: from its operationId and its tag, by one rule.

/** `API keys` becomes `apiKeys`. */
export function resourceName(tag: string): string {
  const words = tag.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.map((word, i) => (i ? upper(word.toLowerCase()) : word.toLowerCase())).join("");
}

/** `apiKeys` becomes `ApiKeys`. */
export function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `createApiKey` under `API keys` is `create`; `login` under `Auth` stays `login`. */
export function methodName(operationId: string, tag: string): string {
  const verb = /^[a-z]+/.exec(operationId)?.[0] ?? "";
  const rest = operationId.slice(verb.length).toLowerCase();
  const plural = resourceName(tag).toLowerCase();
  const singular = plural.replace(/ies$/, "y").replace(/s$/, "");
  return rest && (rest === plural || rest === singular) ? verb : operationId;
}
