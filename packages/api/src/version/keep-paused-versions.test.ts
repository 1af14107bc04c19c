import { Version } from "@upiao/db";
import { describe, expect, it } from "vitest";
import { useVersionDesk } from "../../test/version-desk.ts";
import { freezeVersion } from "./freeze-version.ts";
import { keepPausedVersions } from "./keep-paused-versions.ts";
import { thinVersions } from "./thin-versions.ts";

const desk = useVersionDesk();

describe("versions kept by themselves", () => {
  const pauseFor = (minutes: number) =>
    desk.served.database.query(
      `UPDATE section_update SET at = now() - $1 * interval '1 minute'
        WHERE log = (SELECT log FROM section WHERE id = $2)`,
      [minutes, desk.sectionId],
    );
  const kept = async () => (await desk.versions()).edges.map(({ node }) => [node.kind, node.byName]);

  it("are those of sections in which writing has paused, each once", async () => {
    await desk.write("testo");
    await keepPausedVersions(desk.served);
    expect(await kept()).toEqual([]);
    await pauseFor(11);
    await keepPausedVersions(desk.served);
    await keepPausedVersions(desk.served);
    expect(await kept()).toEqual([["AUTOMATIC", null]]);
    await desk.write("altro");
    await pauseFor(11);
    expect(await Promise.all([keepPausedVersions(desk.served), keepPausedVersions(desk.served)])).toContain(
      1,
    );
    expect(await kept()).toHaveLength(2);
  });

  it("do not wait for one that cannot be kept", async () => {
    const broken = desk.sectionId;
    await desk.write("testo");
    await pauseFor(11);
    await desk.served.database.query(
      "UPDATE section_update SET updates = '\\x00' WHERE log = (SELECT log FROM section WHERE id = $1)",
      [broken],
    );
    await desk.begin();
    await desk.write("testo");
    await pauseFor(11);
    await expect(keepPausedVersions(desk.served)).rejects.toThrow("could not be kept");
    expect(await kept()).toEqual([["AUTOMATIC", null]]);
    await desk.served.database.query("DELETE FROM section WHERE id = $1", [broken]);
  });

  it("go one by one with time: all of a day stay, one of each day, later one of each week; others stay for ever", async () => {
    await desk.write("testo");
    const versions = desk.served.database.getRepository(Version);
    const days = [0.1, 0.2, 3, 3.01, 4, 50, 51, 100];
    const noon = new Date();
    noon.setUTCHours(12, 0, 0, 0);
    const monday = noon.getTime() - ((noon.getUTCDay() + 6) % 7) * 86_400_000;
    for (const day of [...days].reverse()) {
      const { id } = await desk.keep("AUTOMATIC");
      // Beyond a month counted from a Wednesday, so that a day more is the same week.
      const at =
        day < 1
          ? Date.now() - day * 86_400_000
          : (day < 30 ? noon.getTime() : monday + 2 * 86_400_000) - day * 86_400_000;
      await versions.update(id, { at: new Date(at) });
    }
    await desk.served.database.transaction(async (tx) => {
      const person = { sectionId: desk.sectionId, byUserId: desk.editor.id };
      const named = await freezeVersion(tx, { ...person, kind: "NAMED", name: "Bozza" });
      const before = await freezeVersion(tx, { ...person, kind: "AUTOMATIC" });
      for (const { id } of [named, before]) await tx.update(Version, id, { at: new Date("2020-01-01") });
    });
    expect(await thinVersions(desk.served.database)).toBe(2);
    // 1 is of a hundred days ago, 2 and 3 of one week, 4 to 6 of three and four days ago.
    expect((await desk.versions({ first: 50 })).edges.map(({ node }) => node.number)).toEqual([
      10, 9, 8, 7, 6, 4, 3, 1,
    ]);
    expect(await thinVersions(desk.served.database)).toBe(0);
  });
});
