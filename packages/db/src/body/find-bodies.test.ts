import { bodiesOfItaly } from "@upiao/catalog";
import { createTestDatabase } from "@upiao/test";
import fc from "fast-check";
import pg from "pg";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { findBodies } from "./find-bodies.ts";
import { loadBodies } from "./load-bodies.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  await loadBodies(database, bodiesOfItaly());
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

async function find(typed: string, first = 20): Promise<string[]> {
  return (await findBodies(database, typed, first)).map((body) => `${body.name} ${body.provinceSign}`);
}

describe("a body is found while its name is typed", () => {
  it.each([
    ["capann", "Capannori LU"],
    ["forli", "Forlì FC"],
    ["FORLÌ", "Forlì FC"],
    ["laquila", "L'Aquila AQ"],
    ["l aquila", "L'Aquila AQ"],
    ["L'Aquila", "L'Aquila AQ"],
    ["l’aquila", "L'Aquila AQ"],
    ["aquila provincia", "Provincia dell'Aquila AQ"],
    ["reggio emilia", "Reggio nell'Emilia RE"],
    ["reggionellemilia", "Reggio nell'Emilia RE"],
    ["san dona", "San Donà di Piave VE"],
    ["piave san don", "San Donà di Piave VE"],
    ["forli-cesena", "Provincia di Forlì-Cesena FC"],
    ["bozen", "Bolzano/Bozen BZ"],
    ["steverjan", "San Floriano del Collio/Števerjan GO"],
    ["eppan weinstrasse", "Appiano sulla strada del vino/Eppan an der Weinstraße BZ"],
  ])("[BN1] «%s» finds %s", async (typed, name) => {
    expect((await find(typed))[0]).toBe(name);
  });

  it("the very name first, then its Provincia, then what begins with it, the more populous before", async () => {
    expect(await find("lucca")).toEqual([
      "Lucca LU",
      "Provincia di Lucca LU",
      "Lucca Sicula AG",
      "Bagni di Lucca LU",
    ]);
    expect((await find("roma")).slice(0, 2)).toEqual(["Roma RM", "Città metropolitana di Roma Capitale RM"]);
    expect((await find("p", 2))[0]).toBe("Palermo PA");
  });

  it("by its ISTAT, IPA or cadastral code", async () => {
    for (const code of ["046007", "c_b648", "C_B648", "B648", " b648 "]) {
      expect(await find(code)).toEqual(["Capannori LU"]);
    }
    for (const code of ["046", "p_lu"]) expect(await find(code)).toContain("Provincia di Lucca LU");
    expect(await find("046999")).toEqual([]);
  });

  it("with the sign of its province, which tells homonyms apart", async () => {
    expect((await find("samone")).sort()).toEqual(["Samone TN", "Samone TO"]);
    expect((await find("castro")).slice(0, 2).sort()).toEqual(["Castro BG", "Castro LE"]);
  });

  it("no more often than asked", async () => {
    expect(await find("san", 7)).toHaveLength(7);
  });
});

it.each(["lucca", "laquila", "san giovanni", "B648", "nessuno così"])(
  "«%s» is found by indices, and not by reading every body",
  async (typed) => {
    await database.query("ANALYZE body");
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await find(typed);
    const [statement, values] = sent.mock.calls.at(-1) as unknown as [string, unknown[]];
    sent.mockRestore();
    const lines: { "QUERY PLAN": string }[] = await database.query(`EXPLAIN ${statement}`, values);
    const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
    expect(plan).toContain("Bitmap Index Scan on body_search_name");
    expect(plan).not.toContain("Seq Scan");
  },
);

describe("[T30] what is typed is only ever text", () => {
  it("and no sign in it is a pattern", async () => {
    for (const typed of ["", "%", "_", "'", '"', "\\", "  ", "%%%", "\0"])
      expect(await find(typed)).toEqual([]);
    expect(await find("luc%a")).toEqual(await find("luc a"));
    expect(await find("_ucca")).toEqual([]);
    expect(await find("c%b648")).not.toContain("Capannori LU");
    expect(await find("lucca\0")).toEqual(await find("lucca"));
    expect(await find("barga'; DROP TABLE body; --")).toEqual([]);
    expect(await find("barga")).toEqual(["Barga LU", "Bargagli GE"]);
  });

  it("whatever it is", async () => {
    const syntax = fc.constantFrom(
      ..."%_\\'\"$:;|&!()*<>-:@\0\ud800\udc00",
      ":word0",
      ":name",
      "$1",
      "lu",
      "san ",
      "È",
    );
    const typed = fc.oneof(
      fc.array(syntax).map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect((await find(text, 3)).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
