// The models of the mock: names in the form that the vendor's model host uses.

export interface Model {
  readonly id: string;
  readonly created: number;
  readonly owned_by: string;
}

export const MODELS: readonly Model[] = [
  { id: "openai/gpt-oss-120b", created: 1_754_352_000, owned_by: "openai" },
  { id: "openai/gpt-oss-20b", created: 1_754_352_000, owned_by: "openai" },
  { id: "meta-llama/llama-3.3-70b-instruct", created: 1_733_443_200, owned_by: "meta-llama" },
  { id: "mistralai/mistral-small-3.2", created: 1_750_377_600, owned_by: "mistralai" },
];

const known = new Map(MODELS.map((model) => [model.id, model]));

/** A model by its name; one that a fixture names and the mock does not know belongs to whoever stands before the slash. */
export const modelNamed = (id: string): Model =>
  known.get(id) ?? { id, created: 0, owned_by: id.split("/", 1)[0] ?? id };
