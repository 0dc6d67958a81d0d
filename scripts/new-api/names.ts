// The name of a new API in all the forms in which code writes it.

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The forms of a name such as `big-corp`. */
export interface Names {
  /** `big-corp` */
  readonly name: string;
  /** `bigCorp` */
  readonly variable: string;
  /** `BigCorp` */
  readonly client: string;
  /** `BIG_CORP` */
  readonly env: string;
  /** `Big Corp` */
  readonly title: string;
  /** `bigcorp_`: how its keys start, until somebody knows better. */
  readonly prefix: string;
}

export function namesOf(name: string): Names {
  const words = name.split("-");
  const capitals = words.map(capital);
  return {
    name,
    variable: [...words.slice(0, 1), ...capitals.slice(1)].join(""),
    client: capitals.join(""),
    env: words.join("_").toUpperCase(),
    title: capitals.join(" "),
    prefix: `${words.join("")}_`,
  };
}
