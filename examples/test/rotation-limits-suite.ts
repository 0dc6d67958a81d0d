// What limits a rotation: expiries that must stay what they are, a key that has expired, and a rotation in place that hardly any API has.
import { type RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { describe, expect, test } from "vitest";
import { NOW, type System } from "./system.js";

/** To the millisecond, and no number of whole days from the start. */
const ODD = 7_777_777_777;

/** A key as the API lists it: its owner is in there. */
const owner = async (keys: { list(): Promise<readonly { readonly raw: unknown }[]> }) => (await keys.list())[0]?.raw;

/** Tests what limits rotation with one API. */
export function rotationLimitsSuite(system: System): void {
  describe(system.api, () => {
    test("copies the expiry exactly, or refuses, or has none", async () => {
      const scene = await system.set({ expiresIn: ODD });
      const { keys, old, mock } = scene;
      const expiresAt = new Date(Date.parse(NOW) + ODD);
      const end = await rotateKey(keys, {
        id: old.id,
        now: mock.clock.now(),
        switchOver: () => {},
        verify: scene.open,
      }).catch((error: unknown) => error);
      const expiries = (await keys.list()).map((key) => key.expiresAt?.getTime());
      if (keys.capabilities.expiry === "exact") {
        expect(end).toMatchObject({ newKey: { expiresAt } });
        expect(expiries).toContain(expiresAt.getTime());
      } else if (keys.capabilities.expiry === "days") {
        expect(end).toMatchObject({
          name: "RotationError",
          state: { step: "check", newKey: null, next: "Nothing was changed." },
        });
        expect((end as RotationError).message).toContain("allowExpiryChange");
        expect(mock.calls({ operationId: "createApiKey" })).toEqual([]);
      } else {
        expect(end).toMatchObject({ newKey: { expiresAt: null } });
      }
    });

    test("keeps what never expires so", async () => {
      const scene = await system.set();
      const name = "for ever";
      const { key } = await scene.keys.create({
        like: {
          id: "",
          name,
          note: name,
          createdAt: null,
          lastUsedAt: null,
          expiresAt: null,
          raw: await owner(scene.keys),
        },
        now: new Date(NOW),
      });
      const { newKey } = await rotateKey(scene.keys, {
        id: key.id,
        now: NOW,
        switchOver: () => {},
        verify: scene.open,
      });
      expect(newKey).toMatchObject({ name: key.name, note: key.note, expiresAt: null });
    });

    test("refuses to rotate a key that has expired, before anything is made", async () => {
      const scene = await system.set({ expiresIn: "2h" });
      if (scene.keys.capabilities.expiry === "none")
        return expect(scene.keys.capabilities.cannotTell.join()).toMatch(/do not expire/);
      scene.mock.clock.advance("3h");
      await expect(
        rotateKey(scene.keys, {
          id: scene.old.id,
          now: scene.mock.clock.now(),
          switchOver: () => {},
          verify: scene.open,
        }),
      ).rejects.toThrow(/expired at 2026-01-01T02:00:00\.000Z/);
      expect(scene.mock.calls({ operationId: "createApiKey" })).toEqual([]);
    });

    test("rotates in place where the API has a call for that, and else refuses and sends nothing", async () => {
      const { keys, old, mock, open } = await system.set();
      const before = mock.calls().length;
      const end = rotateKey(keys, { id: old.id, inPlace: true, switchOver: () => {}, verify: open });
      if (keys.rotateInPlace) return expect(await end).toMatchObject({ inPlace: true });
      await expect(end).rejects.toMatchObject({ name: "ConfigurationError" });
      expect(mock.calls()).toHaveLength(before);
    });
  });
}
