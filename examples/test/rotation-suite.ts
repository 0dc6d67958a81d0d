// Rotation over the mock of an API, disturbed at every step: no consumer is ever without a key that works, and what is reported is so.
import type { FaultSpec } from "@terminus-hub/mock-server";
import { AbortError } from "@terminus-hub/sdk";
import { Rotation, RotationError, type RotationStep, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { describe, expect, test } from "vitest";
import { documentOf, operationsOf } from "./documents.js";
import type { Request, Scene, SceneOptions, System } from "./system.js";

const operationOf = (api: string, operationId: string) =>
  operationsOf(documentOf(api)).find((each) => each.operationId === operationId);

/** Whether an operation declares a status, so that a client has to expect it. */
function declares(api: string, operationId: string, status: number): boolean {
  return status in (operationOf(api, operationId)?.responses ?? {});
}

/** Whether the answer to a deletion has a body, which could be garbled. */
function answersDeletions({ api, operations }: System): boolean {
  const answers = Object.entries(operationOf(api, operations.delete)?.responses ?? {});
  return answers.some(([status, { content }]) => status.startsWith("2") && content !== undefined);
}

type Disturbance = Omit<FaultSpec, "operationId" | "times">;

/** What can go wrong with one request. */
const disturbances: Readonly<Record<string, Disturbance>> = {
  "a 500": { status: 500 },
  "a 503": { status: 503 },
  "a reset": { reset: true },
  "a hang": { hang: true },
  "a 401": { status: 401 },
  "a 429 that asks for more than the client waits": { status: 429, retryAfter: 120 },
  "a reset after the commit": { afterCommit: true },
  "a 500 after the commit": { afterCommit: true, status: 500 },
  "a hang after the commit": { afterCommit: true, hang: true },
  "an answer that breaks off": { truncate: true },
  "an answer that is no JSON": { malformed: true },
};

/** Those that no other one stands for. */
const unlike = Object.entries(disturbances).filter(([kind]) => !/503|(500|hang) after/.test(kind));

/** The server has said no, and no client asks again at once. */
const isRefusal = ({ status, afterCommit }: Disturbance) => !afterCommit && (status === 401 || status === 429);

/** Where the operation is carried out, and only its answer is lost. */
const isCommitted = ({ afterCommit, truncate, malformed }: Disturbance) => afterCommit || truncate || malformed;

const possible = ({ api, operations }: System, request: Request, { status }: Disturbance): boolean => {
  const operationId = operations[request];
  return operationId !== undefined && (status === undefined || declares(api, operationId, status));
};

/** The consumer's side: what it holds, and every new secret that was shown to it. */
interface Consumer {
  held: string;
  readonly seen: Set<string>;
}

interface RunOptions {
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

async function rotate(scene: Scene, { switchOver = take, switchBack, signal }: RunOptions = {}): Promise<Run> {
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

function take(consumer: Consumer, secret: string): void {
  consumer.held = secret;
}

function giveBack(scene: Scene): (consumer: Consumer) => void {
  return (consumer) => {
    consumer.held = scene.old.secret;
  };
}

/** Arms a disturbance for good, or for one request. */
function disturb({ api, operations }: System, scene: Scene, request: Request, what: Disturbance, once: boolean): void {
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
async function judge({ scene, before, consumer, end }: Run): Promise<void> {
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

/** Where one disturbance of one kind of request ends a rotation; `done` where it does not. */
type End = RotationStep | "done";
interface Point {
  readonly request: Request;
  /** Armed from the start, or only once the consumer was switched over. */
  readonly from: "start" | "switch-over";
  readonly stopsAt: RotationStep;
}

const points: Readonly<Record<string, Point>> = {
  "the list": { request: "list", from: "start", stopsAt: "check" },
  "the question for the quota": { request: "quota", from: "start", stopsAt: "check" },
  "the creation": { request: "create", from: "start", stopsAt: "create" },
  "the first proof": { request: "open", from: "start", stopsAt: "verify-new" },
  "the second proof": { request: "open", from: "switch-over", stopsAt: "verify-switched" },
  "the deletion": { request: "delete", from: "start", stopsAt: "delete-old" },
};

function expectedEnd({ request, stopsAt }: Point, what: Disturbance, once: boolean, system: System, own = false): End {
  if (request === "create") return stopsAt;
  if (request === "delete") {
    // Where the consumer's key may not delete, the client alone can, and a no is a no.
    if (once && !system.consumersDeleteKeys && !own && isRefusal(what)) return stopsAt;
    // Tried again, then by the other credential, then looked up. An answer without a body cannot be garbled.
    const lostOnly = isCommitted(what) || (!answersDeletions(system) && (what.truncate || what.malformed));
    return once || lostOnly ? "done" : stopsAt;
  }
  // A server that answers and does not tell the quota is asked to create all the same.
  if (request === "quota" && (what.status !== undefined || what.malformed)) return "done";
  // What a client reads is asked for again, unless the server said no, or what it said makes no sense.
  return once && !isRefusal(what) && !what.malformed ? "done" : stopsAt;
}

interface Case {
  readonly point: Point;
  readonly what: Disturbance;
  readonly once: boolean;
}

const casesOf = (system: System): (readonly [title: string, Case])[] =>
  Object.entries(points).flatMap(([where, point]) =>
    Object.entries(disturbances)
      .filter(([, what]) => possible(system, point.request, what))
      .flatMap(([kind, what]) => [
        [`${where} meets ${kind} once`, { point, what, once: true }] as const,
        [`${where} meets ${kind} for good`, { point, what, once: false }] as const,
      ]),
  );

const roles = ({ keysManageKeys }: System): readonly (readonly [role: string, set: SceneOptions])[] => [
  ["a key of a consumer", {}],
  ...(keysManageKeys ? ([["the client's own key", { ownKey: true }]] as const) : []),
];

/** Disturbs something, and arms a second disturbance in the same moment. */
type Upset = (system: System, scene: Scene, lost: Disturbance, second: Request, what: Disturbance) => RunOptions;

const upsets: Readonly<Record<string, Upset>> = {
  "the creation fails": (system, scene, lost, second, what) => {
    disturb(system, scene, "create", lost, false);
    onFirst(scene, "create", () => disturb(system, scene, second, what, false));
    return {};
  },
  "the first proof fails": (system, scene, lost, second, what) => {
    disturb(system, scene, "open", lost, false);
    onFirst(scene, "open", () => disturb(system, scene, second, what, false));
    return {};
  },
  "the second proof fails": (system, scene, lost, second, what) => ({
    switchOver: (consumer, secret) => {
      take(consumer, secret);
      disturb(system, scene, "open", lost, false);
      disturb(system, scene, second, what, false);
    },
    switchBack: giveBack(scene),
  }),
  "the switch-over fails": (system, scene, _lost, second, what) => ({
    switchOver: () => {
      disturb(system, scene, second, what, false);
      throw new Error("no room");
    },
  }),
  "the deletion fails": (system, scene, lost, second, what) => {
    disturb(system, scene, "delete", lost, false);
    onFirst(scene, "delete", () => disturb(system, scene, second, what, false));
    return {};
  },
};

function onFirst(scene: Scene, wanted: Request, act: () => void): void {
  let done = false;
  scene.onRequest = (request) => {
    if (done || request !== wanted) return;
    done = true;
    act();
  };
}

const pairs = Object.keys(upsets).flatMap((first) =>
  (["list", "delete"] as const)
    .filter((second) => first !== "the deletion fails" || second !== "delete")
    .map((second) => [first, second] as const),
);

/** The first disturbance: one that leaves nothing done, one that leaves all done, and a plain no. */
function lostBy(first: string): readonly Disturbance[] {
  return first === "the switch-over fails" ? [{}] : [{ reset: true }, { afterCommit: true }, { status: 401 }];
}

/** Tests rotation with one API. */
export function rotationSuite(system: System): void {
  describe(system.api, () => {
    describe.each(roles(system))("%s", (_, set) => {
      test("is replaced, and the old one is refused in the API's own words", async () => {
        const scene = await system.set(set);
        const run = await rotate(scene);
        expect(run.end).toBeInstanceOf(Rotation);
        await judge(run);
        await expect(Promise.resolve(scene.open(scene.old.secret))).rejects.toMatchObject({
          name: "AuthenticationError",
          message: system.refusal,
        });
      });

      test.each(casesOf(system))("%s", async (_, { point, what, once }) => {
        const scene = await system.set(set);
        const arm = () => disturb(system, scene, point.request, what, once);
        if (point.from === "start") arm();
        const run = await rotate(scene, {
          switchOver: (consumer, secret) => {
            take(consumer, secret);
            if (point.from === "switch-over") arm();
          },
        });
        const end: End = run.end instanceof Rotation ? "done" : run.end.state.step;
        expect(end, String(run.end)).toBe(expectedEnd(point, what, once, system, set.ownKey));
        await judge(run);
      });

      test.each(casesOf(system).filter(([, { point }]) => point === points["the second proof"]))(
        "%s, and switchBack brings the consumer back",
        async (_, { what, once }) => {
          const scene = await system.set(set);
          const run = await rotate(scene, {
            switchOver: (consumer, secret) => {
              take(consumer, secret);
              disturb(system, scene, "open", what, once);
            },
            switchBack: giveBack(scene),
          });
          if (run.end instanceof RotationError) {
            expect(run.end.state).toMatchObject({ consumer: "old", newKey: { exists: false } });
            expect(scene.existing()).toEqual(run.before);
          }
          await judge(run);
        },
      );

      test.each([
        ["before anything was switched", false, false],
        ["before anything was switched, with a way back", false, true],
        ["halfway, with a way back", true, true],
      ] as const)("switchOver fails %s: the new key is deleted", async (_, halfway, back) => {
        const scene = await system.set(set);
        const run = await rotate(scene, {
          switchOver: (consumer, secret) => {
            if (halfway) take(consumer, secret);
            throw new Error(`the vault has no room for ${secret}`);
          },
          ...(back && { switchBack: giveBack(scene) }),
        });
        expect(run.end).toMatchObject({ state: { step: "switch-over", consumer: "old", newKey: { exists: false } } });
        expect(scene.existing()).toEqual(run.before);
        await judge(run);
      });

      test("both keys stay where the way back fails too", async () => {
        const scene = await system.set(set);
        const run = await rotate(scene, {
          switchOver: (consumer, secret) => {
            take(consumer, secret);
            throw new Error("halfway");
          },
          switchBack: () => {
            throw new Error("stuck");
          },
        });
        expect(run.end).toMatchObject({
          state: { step: "switch-over", consumer: "unknown", oldKey: { exists: true }, newKey: { exists: true } },
        });
        await judge(run);
      });

      test("a stranger makes a key of the same name while the answer is lost: both are named, and none is deleted", async () => {
        const scene = await system.set(set);
        const { keys, mock, old } = scene;
        disturb(system, scene, "create", { afterCommit: true }, true);
        let lost = false;
        onFirst(scene, "create", () => {
          lost = true;
        });
        const list = async () => {
          const like = (await keys.list()).find(({ id }) => id === old.id);
          if (lost && like) await keys.create({ like, now: new Date(mock.clock.now()) });
          lost = false;
          return keys.list();
        };
        const run = await rotate({ ...scene, keys: { ...keys, list } });
        expect(run.end).toMatchObject({ state: { step: "create", newKey: null, candidates: { length: 2 } } });
        expect(scene.existing()).toHaveLength(run.before.length + 2);
        await judge(run);
      });

      // The signal aborts while the request is on its way, so that the step is over before it can be heeded.
      test.each<readonly [during: string, Request, time: number, step: End]>([
        ["the list", "list", 1, "check"],
        ["the creation", "create", 1, "create"],
        ["the first proof", "open", 1, "verify-new"],
        ["the second proof", "open", 2, "verify-switched"],
        ["the deletion", "delete", 1, "done"],
      ])("aborted during %s (%s %i), it ends at %s", async (_, during, time, step) => {
        const scene = await system.set(set);
        const controller = new AbortController();
        let count = 0;
        scene.onRequest = (request) => {
          if (request !== during) return;
          count += 1;
          if (count === time) controller.abort("enough");
        };
        const run = await rotate(scene, { signal: controller.signal });
        expect(controller.signal.aborted).toBe(true);
        expect(run.end instanceof Rotation ? "done" : run.end.state.step).toBe(step);
        if (run.end instanceof RotationError) expect(run.end.cause).toBeInstanceOf(AbortError);
        await judge(run);
      });

      test("aborted while the consumer is switched over, it stops before the proof, and both keys stay", async () => {
        const scene = await system.set(set);
        const controller = new AbortController();
        const run = await rotate(scene, {
          signal: controller.signal,
          switchOver: (consumer, secret) => {
            take(consumer, secret);
            controller.abort();
          },
        });
        expect(run.end).toMatchObject({
          state: { consumer: "new", oldKey: { exists: true }, newKey: { exists: true } },
        });
        await judge(run);
      });

      test("aborted before it starts, it sends nothing", async () => {
        const scene = await system.set(set);
        const before = scene.mock.calls().length;
        const run = await rotate(scene, { signal: AbortSignal.abort() });
        expect(run.end).toMatchObject({ state: { step: "check" } });
        expect(scene.mock.calls()).toHaveLength(before);
      });

      // Two things at once: whatever undoes or looks up meets a disturbance of its own.
      test.each(pairs)("%s, and then the %s meets each disturbance", async (first, second) => {
        for (const [kind, what] of unlike) {
          if (!possible(system, second, what)) continue;
          for (const lost of lostBy(first)) {
            const scene = await system.set(set);
            const run = await rotate(scene, upsets[first]?.(system, scene, lost, second, what));
            await judge(run).catch((error: unknown) => {
              throw new Error(`${first} (${JSON.stringify(lost)}), then ${second}: ${kind}\n${run.end}`, {
                cause: error,
              });
            });
          }
        }
      });
    });
  });
}
