import { createHash } from "node:crypto";
import { findAuditFault } from "@upiao/api";
import { bodiesOfItaly, fundingCalls, strategyEditions } from "@upiao/catalog";
import {
  ActFile,
  Adoption,
  FundingCall,
  Indicator,
  loadBodies,
  loadFundingCalls,
  loadStrategy,
  Measurement,
  Notification,
  openDatabase,
  Plan,
  Publication,
  PublishedObjective,
  PublishedText,
  Section,
  StrategyItem,
} from "@upiao/db";
import type { AdoptedPlan } from "@upiao/document";
import { actFileType } from "@upiao/domain";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "./seed-demo.ts";
import { writeAdoptions } from "./write-adoptions.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
/** Of all adoptions, by body and amendment: «Capannori 1». */
let contents: Map<string, AdoptedPlan>;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  await loadBodies(database, bodiesOfItaly());
  await loadStrategy(database, strategyEditions());
  await loadFundingCalls(database, fundingCalls());
  await seedDemo(database, () => {});
  const rows = await database
    .getRepository(Adoption)
    .createQueryBuilder("adoption")
    .addSelect("adoption.content")
    .getMany();
  contents = new Map(
    rows.map(({ content }) => {
      const plan = JSON.parse(content.toString()) as AdoptedPlan;
      return [`${plan.body.name} ${plan.amendment}`, plan];
    }),
  );
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

function objectivesOf(name: string, amendment: number): Promise<PublishedObjective[]> {
  return database.getRepository(PublishedObjective).find({
    where: { text: { adoption: { amendment, plan: { body: { name } } } } },
    order: { position: "ASC" },
  });
}

describe("the published plans of the demonstration", () => {
  it("were adopted by the act that is usual for their body, whose file is a PDF", async () => {
    const adoptions = await database.getRepository(Adoption).find({
      relations: { plan: { body: true } },
      order: { actDay: "ASC" },
    });
    expect(
      adoptions.map(({ plan, amendment, actKind, actDay }) => [plan.body.name, amendment, actKind, actDay]),
    ).toEqual([
      ["Capannori", 0, "DELIBERAZIONE_GIUNTA", "2025-01-28"],
      ["Barga", 0, "DELIBERAZIONE_GIUNTA", "2025-01-29"],
      ["Provincia di Lucca", 0, "DECRETO_PRESIDENTE", "2025-01-30"],
      ["Capannori", 1, "DELIBERAZIONE_GIUNTA", "2025-09-25"],
    ]);
    for (const { actFileId, planId } of adoptions) {
      const { bytes, sha256 } = await database.getRepository(ActFile).findOneOrFail({
        where: { id: actFileId, planId },
        select: { id: true, bytes: true, sha256: true },
      });
      expect(actFileType(bytes)).toBe("application/pdf");
      expect(createHash("sha256").update(bytes).digest()).toEqual(sha256);
      expect(bytes.toString("latin1")).toContain("(Atto dimostrativo) Tj");
    }
  });

  it("have the hash of what they say, and say all eight parts", async () => {
    const rows: { content: Buffer; sha256: Buffer }[] = await database.query(
      "SELECT content, sha256 FROM adoption",
    );
    for (const { content, sha256 } of rows)
      expect(createHash("sha256").update(content).digest()).toEqual(sha256);
    expect(contents.size).toBe(4);
    for (const plan of contents.values()) {
      const written = plan.parts.filter(({ texts }) => texts.length > 0).map(({ number }) => number);
      expect(written).toEqual(["1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4"]);
      expect(JSON.stringify(plan).split("Testo dimostrativo.")).toHaveLength(2);
    }
  });

  it("are online since the day after the act or later, are searched, and have their files to come", async () => {
    const publications = await database.getRepository(Publication).find({ relations: { adoption: true } });
    expect(publications).toHaveLength(4);
    for (const { at, adoption } of publications) expect(at > adoption.at).toBe(true);
    expect(await database.getRepository(PublishedText).count()).toBe(4 * 8);
    const jobs: { adoption: string }[] = await database.query(
      "SELECT payload->>'adoptionId' AS adoption FROM graphile_worker._private_jobs",
    );
    expect(jobs.map(({ adoption }) => adoption).sort()).toEqual(
      publications.map(({ adoptionId }) => adoptionId).sort(),
    );
  });

  it("stand as adopting and publishing leaves them, in a register without a fault, and nobody was told", async () => {
    const plans = await database
      .getRepository(Plan)
      .find({ where: { state: "PUBLISHED" }, relations: { body: true } });
    expect(plans.map(({ body, amendment }) => [body.name, amendment]).sort()).toEqual([
      ["Barga", 0],
      ["Capannori", 1],
      ["Provincia di Lucca", 0],
    ]);
    for (const { id: planId, bodyId, body } of plans) {
      const sections = await database.getRepository(Section).findBy({ planId });
      const amended = sections.filter(({ adoptedAt }) => adoptedAt! > new Date("2025-06-01"));
      expect(amended.map(({ code }) => code)).toEqual(body.name === "Capannori" ? ["2.2"] : []);
      expect(await findAuditFault(database, bodyId)).toBeNull();
    }
    const lines: { action: string; count: number }[] = await database.query(
      "SELECT action, count(*)::int FROM audit_event GROUP BY action ORDER BY action",
    );
    expect(lines.map(({ action, count }) => `${action} ${count}`)).toEqual([
      ...["plan.ADOPT 4", "plan.AMEND 1", "plan.PUBLISH 4", "plan.SUBMIT 1", "plan.VALIDATE 1"],
      ...[
        "section.ADOPT 25",
        "section.AMEND 1",
        "section.PUBLISH 25",
        "section.SUBMIT 1",
        "section.VALIDATE 1",
      ],
    ]);
    expect(await database.getRepository(Notification).count()).toBe(0);
  });

  it("have objectives without a fault, whose results, services and calls exist", async () => {
    const objectives = await database.getRepository(PublishedObjective).find();
    const known = new Set((await database.getRepository(StrategyItem).find()).map(({ code }) => code));
    const calls = new Set((await database.getRepository(FundingCall).find()).map(({ code }) => code));
    for (const { title, items, record } of objectives) {
      const { faults, indicators, call } = record as {
        faults: [];
        indicators: { faults: [] }[];
        call: string | null;
      };
      expect([...faults, ...indicators.flatMap((one) => one.faults)], title).toEqual([]);
      expect(
        items.filter((code) => !known.has(code)),
        title,
      ).toEqual([]);
      if (call !== null) expect(calls, title).toContain(call);
    }
  });

  it("can be compared: Lucca and Capannori want some of the same results", async () => {
    const [lucca, capannori] = await Promise.all([
      objectivesOf("Provincia di Lucca", 0),
      objectivesOf("Capannori", 0),
    ]);
    const results = new Set(lucca.flatMap(({ items }) => items));
    expect(lucca).toHaveLength(6);
    expect(capannori).toHaveLength(5);
    expect(capannori.filter(({ items }) => items.some((code) => results.has(code)))).toHaveLength(4);
  });

  it("are not written again, nor where a demonstration has no such plans", async () => {
    expect(await writeAdoptions(database)).toBe(0);
    const other = await createTestDatabase();
    const empty = await openDatabase(other.url);
    try {
      expect(await writeAdoptions(empty)).toBe(0);
    } finally {
      await empty.destroy();
      await other.drop();
    }
  });
});

describe("the aggiornamento n. 1 of Capannori", () => {
  const part = (amendment: number, code: string) =>
    contents.get(`Capannori ${amendment}`)!.parts.find(({ number }) => number === code)!.texts[0]!;

  it("has one objective more and one target changed, and leaves the other seven parts as they were", async () => {
    const [before, after] = await Promise.all([objectivesOf("Capannori", 0), objectivesOf("Capannori", 1)]);
    expect(after.map(({ title }) => title)).toEqual([
      ...before.map(({ title }) => title),
      "Servizi in cloud",
    ]);
    const changed = before.filter(
      ({ record }, index) => JSON.stringify(record) !== JSON.stringify(after[index]!.record),
    );
    expect(changed.map(({ title }) => title)).toEqual(["Edilizia più rapida"]);
    for (const code of ["1", "2.1", "2.3", "3.1", "3.2", "3.3", "4"])
      expect(part(1, code)).toEqual(part(0, code));
  });

  it("was written as an edit that leaves to the others what they had written", async () => {
    const [first, second] = [part(0, "2.2"), part(1, "2.2")];
    const [row]: { changed_words: number }[] = await database.query(
      "SELECT changed_words FROM version WHERE id = $1",
      [second.version],
    );
    expect(second.version).not.toBe(first.version);
    expect(row!.changed_words).toBeGreaterThan(20);
    expect(row!.changed_words).toBeLessThan(200);
  });
});

it("what was measured in 2025 is of the plans of 2025: some of it is missing, and some was missed", async () => {
  const of2025 = { indicator: { section: { firstYear: 2025 } } };
  const measured = await database.getRepository(Measurement).find({
    where: of2025,
    relations: { indicator: { section: true } },
  });
  const indicators = await database
    .getRepository(Indicator)
    .find({ where: { section: { firstYear: 2025 } } });
  expect(new Set(measured.map(({ indicatorId }) => indicatorId)).size).toBe(indicators.length);
  expect(measured).toHaveLength(2 * indicators.length);
  expect(new Set(measured.map(({ year, round }) => `${year} ${round}`))).toEqual(
    new Set(["2025 1", "2025 2"]),
  );
  expect(measured.filter(({ value }) => value === null).every(({ note }) => note !== null)).toBe(true);
  expect(measured.some(({ value }) => value === null)).toBe(true);
});
