// Rotation under every combination of faults at its calls: the consumer never loses its last key.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { TimeoutError } from "../core/errors.js";
import { rotateKey } from "./rotate-key.js";
import type { RotateOptions } from "./rotate-options.js";
import { RotationError } from "./rotation-error.js";
import { type Fault, FaultyServer, NOW, type ServerOptions } from "./test/faulty-keys.js";

interface Scene {
  readonly title: string;
  readonly server?: ServerOptions;
  /** The credential of the store: an admin's, or the key that is rotated. */
  readonly credential: string;
  readonly switchBack: boolean;
}

const scenes: readonly Scene[] = [
  { title: "by an admin, without switchBack", credential: "admin", switchBack: false },
  { title: "by an admin, with switchBack", credential: "admin", switchBack: true },
  { title: "of the client's own key, without switchBack", credential: "fake_old", switchBack: false },
  { title: "of the client's own key, with switchBack", credential: "fake_old", switchBack: true },
  {
    title: "where keys may not manage keys",
    credential: "admin",
    switchBack: true,
    server: { keysManageKeys: false },
  },
];

type Plan = ReadonlyMap<number, Fault>;

/** One rotation under a plan of faults, and what it left behind. */
async function run(scene: Scene, plan: Plan) {
  const server = new FaultyServer({ fault: () => new TimeoutError("no answer in time"), ...scene.server });
  for (const [place, fault] of plan) server.faults.set(place, fault);
  let held = "fake_old";
  /** Every secret the consumer ever had to live with. */
  const broken: string[] = [];
  const look = () => {
    if (!server.works(held)) broken.push(`${held} after ${server.calls.join(", ")}`);
  };
  const options: RotateOptions = {
    id: "old",
    now: NOW,
    switchOver: (secret) =>
      // By its contract it leaves the consumer on the old secret when it throws, unless it can be switched back.
      server
        .call("switchOver", () => {})
        .then(() => {
          held = secret;
          look();
        }),
    verify: (secret) => server.call("verify", () => server.works(secret)).finally(look),
    ...(scene.switchBack && {
      switchBack: () =>
        server.call("switchBack", () => {
          held = "fake_old";
        }),
    }),
  };
  const outcome = await rotateKey(server.store(scene.credential), options).then(
    (rotation) => ({ rotation, error: undefined }),
    (error: unknown) => ({ rotation: undefined, error }),
  );
  look();
  return { server, held, broken, ...outcome };
}

/** Every plan there is: each call that the rotation comes to make goes well, fails before its effect, or after it. */
async function everyPlan(scene: Scene, judge: (plan: Plan, result: Awaited<ReturnType<typeof run>>) => void) {
  const plans: Plan[] = [new Map()];
  for (const plan of plans) {
    const result = await run(scene, plan);
    judge(plan, result);
    const first = Math.max(-1, ...plan.keys()) + 1;
    for (let place = first; place < result.server.calls.length; place++) {
      for (const fault of ["before", "after"] as const) plans.push(new Map([...plan, [place, fault]]));
    }
  }
  return plans.length;
}

const shown = (plan: Plan, calls: readonly string[]) =>
  [...plan].map(([place, fault]) => `${fault} call ${place} (${calls[place]})`).join(" and ");

describe.each(scenes)("a rotation $title", (scene) => {
  test("leaves the consumer with a working key, whatever calls fail", async () => {
    const count = await everyPlan(scene, (plan, { broken, server }) => {
      expect(broken, shown(plan, server.calls)).toEqual([]);
    });
    expect(count).toBeGreaterThan(70);
  });

  test("tells the truth about both keys", async () => {
    await everyPlan(scene, (plan, { rotation, error, server, held }) => {
      const where = shown(plan, server.calls);
      const exists = (id: string) => server.keys.some((key) => key.id === id);
      if (rotation) {
        expect([exists("old"), exists("new1"), held], where).toEqual([false, true, "fake_new1"]);
        return;
      }
      expect(error, where).toBeInstanceOf(RotationError);
      const { state } = error as RotationError;
      if (state.oldKey.exists !== "unknown") expect(exists("old"), where).toBe(state.oldKey.exists);
      if (state.newKey && state.newKey.exists !== "unknown") expect(exists("new1"), where).toBe(state.newKey.exists);
      if (state.consumer !== "unknown") expect(held, where).toBe(state.consumer === "old" ? "fake_old" : "fake_new1");
      // A key that is left over is named: in the state, or in the sentences.
      if (exists("new1") && held === "fake_old" && server.calls.filter((name) => name === "list").length > 1) {
        const known = state.newKey !== null || state.candidates.length > 0 || /look|appear/i.test(state.next);
        expect(known, where).toBe(true);
      }
    });
  });

  test("has no secret in what it says", async () => {
    await everyPlan(scene, (plan, { rotation, error, server }) => {
      const said = [rotation ?? error, `${rotation ?? error}`].map((value) =>
        inspect(value, { depth: 9, showHidden: true }),
      );
      said.push(JSON.stringify(rotation ?? error));
      expect(said.join("\n"), shown(plan, server.calls)).not.toMatch(/fake_new/);
    });
  });
});
