// Nothing: what an empty process costs.
export const label = "nothing";
export function connect() {}
