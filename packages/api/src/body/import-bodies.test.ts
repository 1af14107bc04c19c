import { bodiesOfItaly, readIpa, readIstat } from "@upiao/catalog";
import { AuditEvent, Body, BodyChange, loadBodies, Membership } from "@upiao/db";
import { type BodyRecord, type Merger, searchName } from "@upiao/domain";
import { ipaFile, istatFile } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { findAuditFault } from "../audit/verify-audit.ts";
import { importBodies } from "./import-bodies.ts";

const italy = bodiesOfItaly();
const day = "2026-01-01";

let served: Served;
beforeAll(async () => {
  served = await serve();
  await loadBodies(served.database, italy);
});
afterAll(() => served.close());

const [barga, capannori, gallicano, fosciandora] = ["046003", "046007", "046015", "046014"].map(
  (code) => italy.find(({ istatCode }) => istatCode === code)!,
) as [BodyRecord, BodyRecord, BodyRecord, BodyRecord];

/** The next edition: Gallicano and Fosciandora have become one, Barga has moved to Pisa and has another name, and IPA has a
 *  code that we had not. */
const united = {
  ...gallicano,
  name: "Gallicano Fosciandora",
  istatCode: "046999",
  cadastralCode: "M999",
  ipaCode: null,
};
const moved = { ...barga, name: "Corsonna", istatCode: "050999", provinceSign: "PI" };
const withoutIpa = italy.find(({ type, ipaCode }) => type === "COMUNE" && ipaCode === null)!;
const edition = [...italy.filter((body) => ![barga, gallicano, fosciandora].includes(body)), moved, united];
const mergers: Merger[] = [gallicano, fosciandora].map(({ istatCode }, index) => ({
  ...{ line: index + 2, from: istatCode, into: "M999", day },
}));

/** Of the Comuni of the valley: it sits in Capannori, and IPA alone lists it. */
const union = Buffer.from("UCVALLE\tUnione dei Comuni della Valle\t\t\tL18\t\t046007\tB648\t\r\n");

function importEdition(bodies: readonly BodyRecord[], how: Partial<Parameters<typeof importBodies>[1]> = {}) {
  const { comuni, areas } = readIstat(istatFile(bodies));
  const { ipa } = readIpa(Buffer.concat([ipaFile([{ ...withoutIpa, ipaCode: "c_letto" }]), union]));
  const register = { comuni, areas, ipa, mergers };
  return importBodies(served.database, { register, day, allowMany: false, apply: true, ...how });
}

function everyBody(): Promise<Body[]> {
  return served.database.getRepository(Body).find({ order: { id: "ASC" } });
}

async function find(search: string): Promise<readonly { readonly name: string }[]> {
  const query = `query ($search: String!) { bodies(search: $search, first: 5) {
    name istatCode ipaCode provinceSign endedOn successor { name } formerNames } }`;
  return (await ask(served, query, { variables: { search } })).data.bodies;
}

function withCode(istatCode: string): Promise<Body> {
  return served.database.getRepository(Body).findOneByOrFail({ istatCode });
}

describe("an edition of the registers", () => {
  it("is first looked at, and then nothing has changed", async () => {
    const before = await everyBody();
    const { changes, faults } = await importEdition(edition, { apply: false });
    expect(faults).toEqual([]);
    expect(changes.map(({ what }) => what)).toEqual([
      ...["IPA_CODE", "NAME", "ISTAT_CODE", "PROVINCE", "ADDED", "ADDED", "ENDED", "ENDED"],
    ]);
    expect(await everyBody()).toEqual(before);
    expect(await served.database.getRepository(BodyChange).count()).toBe(0);
  });

  it("of which half is missing is refused, and nothing is written", async () => {
    const before = await everyBody();
    const half = italy.filter((_body, index) => index % 2 === 0 || index < 200);
    const { faults } = await importEdition(half);
    expect(faults.map(({ code }) => code)).toContain("MANY_ENDED");
    expect(await everyBody()).toEqual(before);
  });

  it("is imported: bodies keep their ids, what has ended stays, and who works there reads of it", async () => {
    const { database } = served;
    const [{ id: bargaId }, { id: gallicanoId }] = [await withCode("046003"), await withCode("046015")];
    const { id: userId } = await makePerson(database, "Ada", [{ bodyId: bargaId, role: "ADMIN" }]);
    expect((await importEdition(edition)).faults).toEqual([]);

    expect(await withCode("050999")).toMatchObject({ id: bargaId, name: "Corsonna", provinceSign: "PI" });
    expect((await withCode("050999")).population2011).toBe(barga.population2011);
    expect(await database.getRepository(Membership).countBy({ userId, bodyId: bargaId })).toBe(1);
    const successor = await withCode("046999");
    expect(await withCode("046015")).toMatchObject({
      ...{ id: gallicanoId, name: "Gallicano", endedOn: day, successorId: successor.id },
    });
    expect(await withCode(withoutIpa.istatCode)).toMatchObject({ ipaCode: "c_letto" });

    const valley = await database.getRepository(Body).findOneByOrFail({ type: "UNIONE" });
    expect(valley).toMatchObject({
      ...{ name: "Unione dei Comuni della Valle", ipaCode: "ucvalle", istatCode: null, provinceSign: "LU" },
    });
    expect(await database.getRepository(BodyChange).findBy({ bodyId: valley.id })).toMatchObject([
      { what: "ADDED", after: valley.name, day, source: "IPA" },
    ]);
    expect(await find("ucvalle")).toMatchObject([{ name: valley.name, provinceSign: "LU" }]);

    const lines = await database.getRepository(AuditEvent).find();
    expect(lines).toMatchObject([
      { chain: bargaId, action: "body.IMPORT", subject: { what: "NAME ISTAT_CODE PROVINCE", day } },
    ]);
    expect(await findAuditFault(database, bargaId)).toBeNull();
  });

  it("is imported once: the second time there is nothing to do", async () => {
    const before = await everyBody();
    expect(await importEdition(edition)).toEqual({ changes: [], faults: [] });
    expect(await everyBody()).toEqual(before);
  });

  it("is not undone by the bodies that the platform brings along", async () => {
    const before = await everyBody();
    expect(await loadBodies(served.database, italy)).toBe(0);
    expect(await everyBody()).toEqual(before);
  });

  it("that is older is refused, by its day and by what it lists", async () => {
    const { faults } = await importEdition(italy, { day: "2025-12-31" });
    expect(faults.map(({ code, of }) => `${code} ${of}`)).toEqual([
      `OLDER_EDITION ${day}`,
      "ENDED_AND_LISTED Fosciandora",
      "ENDED_AND_LISTED Gallicano",
    ]);
  });
});

describe("after it a body is found", () => {
  it.each(["Corsonna", "046003", "050999", "a657", "barga"])(
    "that has another name and code, by «%s»",
    async (typed) => {
      expect(await find(typed)).toContainEqual({
        ...{ name: "Corsonna", istatCode: "050999", ipaCode: barga.ipaCode, provinceSign: "PI" },
        ...{ endedOn: null, successor: null, formerNames: ["Barga"] },
      });
    },
  );

  it("that has ended, and says into what it went", async () => {
    const found = await find("fosciandora");
    expect(found.map(({ name }) => name)).toEqual(["Fosciandora", "Gallicano Fosciandora"]);
    expect(found[0]).toMatchObject({ endedOn: day, successor: { name: "Gallicano Fosciandora" } });
    expect(await find(capannori.name)).toMatchObject([{ endedOn: null, formerNames: [] }]);
  });

  it("by its former name after those who have it, in as many statements for few as for many", async () => {
    const { id } = await withCode("046007");
    const rename = (name: string) =>
      served.database.getRepository(Body).update({ id }, { name, searchName: searchName(name) });
    await rename("Barga di Sotto");
    expect((await find("barga")).map(({ name }) => name)).toEqual(["Barga di Sotto", "Bargagli", "Corsonna"]);
    await rename("Capannori");

    const statementsFor = async (search: string, count: number) => {
      served.statements.length = 0;
      expect(await find(search)).toHaveLength(count);
      return served.statements.length;
    };
    expect(await statementsFor("fosciandora", 2)).toBe(await statementsFor("gallicano", 3));
    expect(await statementsFor("san", 5)).toBeLessThan(await statementsFor("fosciandora", 2));
  });
});

it("two that import at once do it once", async () => {
  const next = edition.map((body) => (body === moved ? { ...moved, name: "Barga Ultima" } : body));
  const done = await Promise.all([importEdition(next), importEdition(next)]);
  expect(done.map(({ changes }) => changes.length).sort()).toEqual([0, 1]);
});

it("an import that breaks off leaves nothing behind", async () => {
  const before = await everyBody();
  await served.database.query("ALTER TABLE body_change ADD CONSTRAINT broken CHECK (day <> '2026-02-01')");
  const next = edition.map((body) => (body === moved ? { ...moved, name: "Barga Persa" } : body));
  await expect(importEdition(next, { day: "2026-02-01" })).rejects.toThrow(/broken/);
  expect(await everyBody()).toEqual(before);
});
