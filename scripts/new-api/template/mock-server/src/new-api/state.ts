// The living state: keys, and how a secret finds its key.
import { keyForm } from "@terminus-hub/spec/new-api";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import { NewestFirstList } from "../core/state/newest-first-list.js";
import { type HandedOut, SecretVault } from "../core/state/secret-vault.js";
import { type ApiKeyInput, apiKey, type NewApiStateInput, type StoredKey } from "./state-schema.js";

export class NewApiState {
  readonly services: Services;
  readonly keys = new NewestFirstList<StoredKey>();
  readonly vault = new SecretVault<StoredKey>();
  /** The key handed out as `mock.apiKey`; undefined in state that came from a snapshot. */
  readonly primaryKey: HandedOut<StoredKey> | undefined;

  constructor(input: NewApiStateInput, services: Services) {
    this.services = services;
    const given = input.api_keys ?? [];
    for (const key of given) this.#addKey(key);
    if (input.restored === true) return;
    this.primaryKey = this.vault.handOut(given.map(({ secret }) => secret)) ?? this.#mockKey();
  }

  /** A new key; the only moment at which its secret is known. */
  createKey(name: string): HandedOut<StoredKey> {
    const secret = drawSecret(this.services, keyForm);
    return { secret, stored: this.#addKey({ name, secret }) };
  }

  /** The key stops working at once. */
  deleteKey(key: StoredKey): void {
    this.keys.delete(key.id);
    this.vault.revoke(key, this.services.clock.now());
  }

  /** A key that stays the same over a reset. */
  #mockKey(): HandedOut<StoredKey> {
    const remembered = this.services.memoized("first key", () => ({
      id: this.services.random.ids.uuid(),
      secret: drawSecret(this.services, keyForm),
    }));
    return { secret: remembered.secret, stored: this.#addKey({ ...remembered, name: "Mock key" }) };
  }

  #addKey(input: ApiKeyInput): StoredKey {
    const stored = apiKey.row(input, this.services);
    this.keys.add(stored);
    this.vault.add(stored);
    return stored;
  }
}

/** Everything as plain data, without a secret. `new NewApiState` takes it back. */
export const exportState = ({ keys }: NewApiState): NewApiStateInput => ({
  restored: true,
  api_keys: apiKey.writeAll(keys),
});
