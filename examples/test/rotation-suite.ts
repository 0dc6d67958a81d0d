// Rotation over the mock of an API, disturbed at every step: no consumer is ever without a key that works, and what is reported is so.
import { AbortError } from "@terminus-hub/sdk";
import { Rotation, RotationError } from "@terminus-hub/sdk/lifecycle";
import { describe, expect, test } from "vitest";
import { casesOf, type Disturbance, type End, expectedEnd, points, possible, unlike } from "./disturbances.js";
import { disturb, giveBack, judge, type RunOptions, rotate, take } from "./rotation-run.js";
import type { Request, Scene, SceneOptions, System } from "./system.js";

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
