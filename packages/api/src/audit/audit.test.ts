import { AuditEvent, openDatabase } from "@upiao/db";
import type { AuditAction } from "@upiao/domain";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "./record-audit.ts";
import { findAuditFault } from "./verify-audit.ts";

const chain = "0e8a3b52-1111-4222-8333-444455556666";
const other = "0e8a3b52-1111-4222-8333-444455556667";
const userId = "0e8a3b52-1111-4222-8333-444455556668";

describe("the register of what was done", () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = await openDatabase(created.url);
  });
  afterAll(async () => {
    await database?.destroy();
    await drop?.();
  });

  /** As somebody would who owns the database and takes its guard away first. */
  const tamper = async (statement: string) => {
    await database.query("ALTER TABLE audit_event DISABLE TRIGGER audit_event_kept");
    await database.query(statement);
    await database.query("ALTER TABLE audit_event ENABLE TRIGGER audit_event_kept");
  };
  const record = (action: AuditAction, of = chain) =>
    database.transaction((tx) =>
      recordAudit(tx, { chain: of, userId, action, subject: { section: "a", version: 3, reason: null } }),
    );

  beforeEach(async () => {
    await tamper("DELETE FROM audit_event");
    for (const action of ["section.SUBMIT", "section.REQUEST_CHANGES", "section.SUBMIT"] as const)
      await record(action);
  });

  it("[T40] has a line for each deed, in its order, and holds together", async () => {
    const lines = await database.getRepository(AuditEvent).find({ order: { place: "ASC" } });
    expect(lines.map(({ place, action }) => [place, action])).toEqual([
      [1, "section.SUBMIT"],
      [2, "section.REQUEST_CHANGES"],
      [3, "section.SUBMIT"],
    ]);
    expect(await findAuditFault(database, chain)).toBeNull();
  });

  it("has no line of a deed that was not done", async () => {
    const undone = database.transaction(async (tx) => {
      await recordAudit(tx, { chain, userId, action: "section.VALIDATE", subject: {} });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await database.getRepository(AuditEvent).count()).toBe(3);
  });

  it("takes those of one body one after the other, also when they come at once, and each body has its own", async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => record("section.SUBMIT", index % 2 ? chain : other)),
    );
    expect(await findAuditFault(database, chain)).toBeNull();
    expect(await findAuditFault(database, other)).toBeNull();
    expect(await database.getRepository(AuditEvent).countBy({ chain: other })).toBe(6);
  });

  it.each([
    ["changed", "UPDATE audit_event SET action = 'section.VALIDATE' WHERE place = 2", 2],
    ["given to somebody else", "UPDATE audit_event SET user_id = chain WHERE place = 2", 2],
    ["moved in time", "UPDATE audit_event SET at = at - interval '1 day' WHERE place = 1", 1],
    ["removed", "DELETE FROM audit_event WHERE place = 2", 2],
    [
      "put in another order",
      "UPDATE audit_event SET place = CASE place WHEN 1 THEN -2 WHEN 2 THEN 1 ELSE place END; UPDATE audit_event SET place = 2 WHERE place = -2",
      1,
    ],
  ])("[T40] finds a line that was %s by the owner of the database", async (_what, statement, place) => {
    await tamper(statement);
    expect(await findAuditFault(database, chain)).toBe(place);
  });
});
