// One rotation over a mock that is disturbed, and what must hold however it ended.
import { Rotation, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { expect } from "vitest";
import type { Disturbance } from "./disturbances.js";
import type { Request, Scene, System } from "./system.js";

/** The consumer's side: what it holds, and every new secret that was shown to it. */
interface Consumer {
  held: string;
  readonly seen: Set<string>;
}

export interface RunOptions {
  readonly switchOver?: (consumer: Consumer, secret: string) => void;
  /** What the consumer does to go back; absent: it cannot. */
  readonly switchBack?: (consumer: Consumer) => void;
  readonly signal?: AbortSignal;
}

interface Run {
  readonly scene: Scene;
  readonly before: readonly string[];
  readonly consumer: Consumer;
  readonly end: Rotation | RotationError;
}

export async function rotate(scene: Scene, { switchOver = take, switchBack, signal }: RunOptions = {}): Promise<Run> {
  const before = scene.existing();
  const consumer: Consumer = { held: scene.old.secret, seen: new Set() };
  const end = await rotateKey(scene.keys, {
    id: scene.old.id,
    now: scene.mock.clock.now(),
    switchOver: (secret) => switchOver(consumer, secret),
    verify: (secret) => {
      consumer.seen.add(secret);
      return scene.open(secret);
    },
    ...(switchBack && { switchBack: () => switchBack(consumer) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof RotationError) return error;
    throw error;
  });
  return { scene, before, consumer, end };
}

export function take(consumer: Consumer, secret: string): void {
  consumer.held = secret;
}

export function giveBack(scene: Scene): (consumer: Consumer) => void {
  return (consumer) => {
    consumer.held = scene.old.secret;
  };
}

/** Arms a disturbance for good, or for one request. */
export function disturb(
  { api, operations }: System,
  scene: Scene,
  request: Request,
  what: Disturbance,
  once: boolean,
): void {
  const operationId = operations[request];
  if (operationId === undefined) throw new Error(`${api} has no operation for ${request}.`);
  scene.mock.faults.add({ operationId, ...what, ...(once && { times: 1 }) });
}

const opens = async (scene: Scene, secret: string): Promise<boolean> => {
  try {
    await scene.open(secret);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: "AuthenticationError" });
    return false;
  }
};

/** What must hold however a rotation ended, once the disturbances are over. */
export async function judge({ scene, before, consumer, end }: Run): Promise<void> {
  scene.mock.faults.clear();
  const { old } = scene;
  const after = scene.existing();
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const [fresh] = consumer.seen;
  const holds = consumer.held === old.secret ? "old" : "new";

  expect(await opens(scene, consumer.held), "the consumer's secret works").toBe(true);
  expect(removed, "no key but the old one is ever deleted").toEqual(removed.length ? [old.id] : []);

  if (end instanceof Rotation) {
    expect({ added, removed, holds }).toEqual({ added: [end.newKey.id], removed: [old.id], holds: "new" });
    expect(await opens(scene, old.secret)).toBe(false);
    return;
  }

  const { oldKey, newKey, consumer: said, candidates, next } = end.state;
  if (said !== "unknown") expect(holds).toBe(said);
  expect(oldKey.id).toBe(old.id);
  if (oldKey.exists !== "unknown") expect(oldKey.exists).toBe(after.includes(old.id));
  if (oldKey.works !== "unknown") expect(oldKey.works).toBe(await opens(scene, old.secret));
  if (newKey && newKey.exists !== "unknown") expect(newKey.exists).toBe(after.includes(newKey.id));
  if (newKey && newKey.works !== "unknown" && fresh) expect(newKey.works).toBe(await opens(scene, fresh));
  for (const { id } of candidates) expect(added).toContain(id);
  // A key that was made and is still there is named, or else it is said that this is not known.
  const named = [newKey?.id, ...candidates.map(({ id }) => id)];
  const unnamed = added.filter((id) => !named.includes(id));
  if (!/not known/.test(next)) expect(unnamed).toEqual([]);
}
