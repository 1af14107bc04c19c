import { Body, Membership, openDatabase, User, UserSession } from "@upiao/db";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  closeAllSessions,
  closeSession,
  findViewer,
  findViewerOfSession,
  forgetExpired,
  openSession,
  setDisabled,
} from "./session.ts";
import { findTickets, issueTicket } from "./ticket.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let userId: string;
let bodyId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  userId = (
    await database.getRepository(User).save({ name: "Rita", email: "rita@upiao.example", passwordHash: "-" })
  ).id;
  bodyId = (await database.getRepository(Body).save({ name: "Barga", type: "COMUNE", searchName: "barga" }))
    .id;
  await database.getRepository(Membership).save([
    { userId, bodyId, role: "EDITOR" },
    { userId, bodyId, role: "RTD" },
  ]);
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

beforeEach(() => database.query("DELETE FROM user_session"));

async function age(hours: number, column: "created_at" | "expires_at"): Promise<void> {
  await database.query(`UPDATE user_session SET ${column} = ${column} - $1 * interval '1 hour'`, [hours]);
}

async function expiry(): Promise<Date> {
  return (await database.getRepository(UserSession).findOneByOrFail({ userId })).expiresAt;
}

describe("a session", () => {
  it("says who is asking, with all their roles", async () => {
    const { token } = await openSession(database, userId);
    expect(await findViewer(database, token)).toMatchObject({
      userId,
      name: "Rita",
      posts: [
        { bodyId, role: "EDITOR", bodyName: "Barga" },
        { bodyId, role: "RTD", bodyName: "Barga" },
      ],
    });
    expect(await findViewer(database, `${token.slice(0, -1)}-`)).toBeNull();
  });

  it("ends after twelve hours without use, and lives on while it is used", async () => {
    const { token } = await openSession(database, userId);
    await age(7, "expires_at");
    await findViewer(database, token);
    expect((await expiry()).getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    await age(12, "expires_at");
    expect(await findViewer(database, token)).toBeNull();
  });

  it("ends after seven days, however much it is used", async () => {
    const { token } = await openSession(database, userId);
    await age(7 * 24 - 1, "created_at");
    await age(10, "expires_at");
    expect(await findViewer(database, token)).not.toBeNull();
    expect((await expiry()).getTime()).toBeLessThanOrEqual(Date.now() + 2 * 3_600_000);
  });

  it("is forgotten once it has expired, and no sooner", async () => {
    await openSession(database, userId);
    await forgetExpired(database);
    expect(await database.getRepository(UserSession).count()).toBe(1);
    await age(13, "expires_at");
    await forgetExpired(database);
    expect(await database.getRepository(UserSession).count()).toBe(0);
  });
});

describe("[T36] a session ends", () => {
  it("at logout, alone", async () => {
    const [one, other] = [await openSession(database, userId), await openSession(database, userId)];
    const viewer = await findViewer(database, one.token);
    await closeSession(database, viewer!.sessionId);
    expect(await findViewer(database, one.token)).toBeNull();
    expect(await findViewerOfSession(database, viewer!.sessionId)).toBeNull();
    expect(await findViewer(database, other.token)).not.toBeNull();
  });

  it("everywhere at once, when its person says so", async () => {
    const [one, other] = [await openSession(database, userId), await openSession(database, userId)];
    await closeAllSessions(database, userId);
    expect(await findViewer(database, one.token)).toBeNull();
    expect(await findViewer(database, other.token)).toBeNull();
  });

  it("when its person is disabled, and does not come back with them", async () => {
    const { token } = await openSession(database, userId);
    await setDisabled(database, userId, true);
    expect(await findViewer(database, token)).toBeNull();
    const late = await openSession(database, userId);
    expect(await findViewer(database, late.token)).toBeNull();
    await setDisabled(database, userId, false);
    expect(await findViewer(database, token)).toBeNull();
  });

  it("with the passes to sections that it has asked for", async () => {
    const sectionId = await makeSection();
    const { token } = await openSession(database, userId);
    const viewer = await findViewer(database, token);
    const { ticket } = await issueTicket(database, viewer!.sessionId, sectionId);
    expect((await findTickets(database, [ticket])).get(ticket)).toEqual({
      sessionId: viewer!.sessionId,
      sectionId,
    });
    await closeSession(database, viewer!.sessionId);
    expect((await findTickets(database, [ticket])).get(ticket)).toBeUndefined();
  });
});

describe("[T13] a pass to a section", () => {
  it("expires, and its secret is nowhere in the database", async () => {
    const sectionId = await makeSection();
    const { token } = await openSession(database, userId);
    const viewer = await findViewer(database, token);
    const { ticket, expiresAt } = await issueTicket(database, viewer!.sessionId, sectionId);
    expect(expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
    expect(JSON.stringify(await database.query("SELECT token_hash::text FROM sync_ticket"))).not.toContain(
      ticket,
    );
    await database.query("UPDATE sync_ticket SET expires_at = now() - interval '1 ms'");
    expect((await findTickets(database, [ticket])).get(ticket)).toBeUndefined();
    expect((await findTickets(database, ["unknown"])).size).toBe(0);
  });
});

async function makeSection(): Promise<string> {
  await database.query("DELETE FROM section");
  await database.query("DELETE FROM plan");
  const [plan] = await database.query(
    "INSERT INTO plan (body_id, first_year, form, placement) VALUES ($1, 2026, 'FULL', 'LUCCA') RETURNING id",
    [bodyId],
  );
  const [section] = await database.query(
    "INSERT INTO section (title, code, first_year, plan_id) VALUES ('Prova', '2.1', 2026, $1) RETURNING id",
    [plan.id],
  );
  return section.id;
}
