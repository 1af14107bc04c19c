import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { notify, type Telling } from "@upiao/api";
import { enqueueJob, Notification, NotificationChoice, openDatabase, Section } from "@upiao/db";
import { lastDigestTime } from "@upiao/domain";
import {
  createTestDatabase,
  startMailServer,
  type TestDatabase,
  type TestMailServer,
  until,
} from "@upiao/test";
import express from "express";
import { pino } from "pino";
import type { DataSource } from "typeorm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Jobs } from "../jobs/jobs.ts";
import { keepPost } from "./keep-post.ts";
import { mailWorks } from "./mail-jobs.ts";
import { smtpPost } from "./smtp-post.ts";
import { unsubscribeDoor } from "./unsubscribe-door.ts";

const from = "UPIAO <upiao@lucca.example>";
let place: TestDatabase;
let database: DataSource;
let mail: TestMailServer;
let door: Server;
let site: string;
let sectionId: string;
let logged: string;
const nodes: Jobs[] = [];
const people = new Map<string, string>();

beforeAll(async () => {
  place = await createTestDatabase("demo");
  database = await openDatabase(place.url);
  const users: { id: string; email: string }[] = await database.query("SELECT id, email FROM user_account");
  for (const { id, email } of users) people.set(email.replace("@upiao.example", ""), id);
  const shared = await database
    .getRepository(Section)
    .findOneByOrFail({ code: "STRATEGIA", firstYear: 2026 });
  sectionId = shared.id;
  door = createServer(express().use(unsubscribeDoor(database)));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  logged = "";
  mail = await startMailServer();
});
afterEach(async () => {
  await stopJobs();
  await mail.stop();
  for (const table of ["notification", "notification_choice", "outbox_mail", "graphile_worker._private_jobs"])
    await database.query(`DELETE FROM ${table}`);
});
afterAll(async () => {
  door.close();
  await database.destroy();
  await place.drop();
});

function openJobs(): void {
  const log = pino(
    new Writable({
      write(line, _encoding, done) {
        logged += line;
        done();
      },
    }),
  );
  const post = smtpPost(database, { server: mail.url, from }, log);
  nodes.push(new Jobs({ database, works: mailWorks(database, post, site), schedule: [], log }));
}

async function stopJobs(): Promise<void> {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
}

function tell(to: readonly string[], telling: Partial<Telling> = {}): Promise<void> {
  return database.transaction((tx) =>
    notify(tx, {
      kind: "MENTION",
      sectionId,
      byUserId: people.get("redattore.capannori")!,
      ...telling,
      to: to.map((name) => people.get(name)!),
    }),
  );
}

/** The jobs that are left, but those that come again by themselves. */
const jobsLeft = (): Promise<{ attempts: number; last_error: string | null; locked_at: Date | null }[]> =>
  database.query("SELECT attempts, last_error, locked_at FROM graphile_worker.jobs ORDER BY id");
const allDone = () => until(async () => (await jobsLeft()).length === 0);
const allTried = () =>
  until(async () => (await jobsLeft()).every(({ attempts, locked_at }) => attempts > 0 && !locked_at));
const digestOf = (at: string) =>
  enqueueJob(database, { name: "sendDigests", payload: { _cron: { ts: at } } });
const recipients = () => mail.received.map(({ to }) => to).sort();

describe("mail at once", () => {
  it("comes by SMTP in Italian, in plain text and in HTML, and leads to the place", async () => {
    openJobs();
    await tell(["redattore.lucca"]);
    await allDone();
    const [{ to, headers, parts }] = mail.received as [(typeof mail.received)[0]];
    expect(to).toBe("redattore.lucca@upiao.example");
    expect(headers.get("from")).toBe(from);
    expect(headers.get("subject")).toMatch(/^UPIAO: .+ ti ha menzionato in «.+»\.$/);
    expect(headers.get("list-unsubscribe")).toMatch(new RegExp(`^<${site}/disiscrizione/[\\w-]{43}>$`));
    expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    for (const type of ["text/plain", "text/html"])
      expect(parts.get(type)).toContain(`${site}/sezioni/${sectionId}`);
  });

  it("[T27] shows the name of a section as it is written", async () => {
    openJobs();
    const sections = database.getRepository(Section);
    const { title } = await sections.findOneByOrFail({ id: sectionId });
    await sections.update(sectionId, { title: '<script>alert("x")</script>\u00e8' });
    await tell(["redattore.lucca"]);
    await allDone();
    await sections.update(sectionId, { title });
    const [{ headers, parts }] = mail.received as [(typeof mail.received)[0]];
    expect(parts.get("text/html")).not.toContain("<script>");
    expect(parts.get("text/html")).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;è");
    expect(headers.get("subject")).toContain('<script>alert("x")</script>è');
  });

  it("is one for all that waits for its person, and tells nothing twice", async () => {
    await tell(["redattore.lucca"]);
    await tell(["redattore.lucca"], { kind: "FINDING" });
    await tell(["redattore.lucca"]);
    openJobs();
    await allDone();
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]!.headers.get("subject")).toBe("UPIAO: 2 nuovi avvisi");
    await enqueueJob(database, {
      name: "sendMail",
      payload: { userId: people.get("redattore.lucca"), rhythm: "IMMEDIATE" },
    });
    await allDone();
    expect(mail.received).toHaveLength(1);
  });

  it("[T07] does not come to who has lost the right meanwhile, nor about what was read meanwhile", async () => {
    await tell(["redattore.barga", "redattore.lucca", "rtd.lucca"]);
    const barga = people.get("redattore.barga");
    const posts = await database
      .query("DELETE FROM membership WHERE user_id = $1 RETURNING *", [barga])
      .then(([rows]) => rows);
    await database
      .getRepository(Notification)
      .update({ userId: people.get("rtd.lucca")! }, { readAt: new Date() });
    openJobs();
    await allDone();
    for (const { id, role, user_id, body_id } of posts)
      await database.query("INSERT INTO membership (id, role, user_id, body_id) VALUES ($1, $2, $3, $4)", [
        id,
        role,
        user_id,
        body_id,
      ]);
    expect(recipients()).toEqual(["redattore.lucca@upiao.example"]);
  });
});

describe("the day's mail", () => {
  it("holds what is unread by half past seven, once, and nothing else", async () => {
    openJobs();
    await tell(["redattore.lucca", "redattore.barga", "rtd.lucca"], { kind: "REPLY" });
    await tell(["redattore.lucca"], { kind: "VALIDATED" });
    await database
      .getRepository(Notification)
      .update({ userId: people.get("rtd.lucca")! }, { readAt: new Date() });
    // Of what is older than a month nothing is mailed any more.
    const morning = lastDigestTime(new Date(Date.now() - 2 * 86_400_000));
    const after = (hours: number) => new Date(morning.getTime() + hours * 3_600_000).toISOString();
    await database.query("UPDATE notification SET at = $1", [after(-10)]);
    // Of today, after it.
    await tell(["redattore.lucca"], { kind: "OPINION" });
    await database.query("UPDATE notification SET at = $1 WHERE kind = 'OPINION'", [after(0.001)]);
    for (const at of [after(-1), after(0), after(0)]) {
      await digestOf(at);
      await allDone();
    }
    expect(recipients()).toEqual(["redattore.barga@upiao.example", "redattore.lucca@upiao.example"]);
    const mine = mail.received.find(({ to }) => to.startsWith("redattore.lucca"))!;
    expect(mine.headers.get("subject")).toBe("UPIAO: 2 avvisi da leggere");
    expect(mine.parts.get("text/plain")).not.toContain("parere");
    await digestOf(after(25));
    await allDone();
    expect(mail.received).toHaveLength(3);
    expect(mail.received[2]!.parts.get("text/plain")).toContain("ha reso un parere");
  });

  it("is of the kinds that are wanted so, as they are wanted when it is written", async () => {
    openJobs();
    await tell(["redattore.lucca", "redattore.barga"], { kind: "REPLY" });
    const choices = database.getRepository(NotificationChoice);
    await choices.insert({ userId: people.get("redattore.lucca")!, kind: "REPLY", mail: "NONE" });
    await digestOf(new Date(Date.now() + 86_400_000).toISOString());
    await allDone();
    expect(recipients()).toEqual(["redattore.barga@upiao.example"]);
  });
});

describe("a mail server that is away", () => {
  const all = ["redattore.lucca", "redattore.barga", "rtd.lucca"];

  it("finds all that has waited for it, once each, and no address in the log", async () => {
    await mail.goDown();
    openJobs();
    await tell(all);
    await allTried();
    expect(mail.received).toEqual([]);
    expect(logged).toContain("the mail server cannot be reached");
    expect(logged).not.toContain("upiao.example");
    // As after a day of trying, when the next turn is hours off.
    await database.query(
      "UPDATE graphile_worker._private_jobs SET attempts = 14, run_at = now() + interval '6 hours' WHERE attempts > 0",
    );
    await enqueueJob(database, { name: "resumeMail" });
    await until(async () => (await jobsLeft()).length === all.length);
    expect(mail.received).toEqual([]);
    await mail.comeBack();
    await enqueueJob(database, { name: "resumeMail" });
    await allDone();
    expect(recipients()).toEqual(all.map((name) => `${name}@upiao.example`).sort());
  });

  it("is tried again for more than a day", async () => {
    const [{ days }] = await database.query(
      "SELECT sum(exp(least(attempt, 10))) / 86400 AS days FROM generate_series(1, 24) AS attempt",
    );
    await tell(["redattore.lucca"]);
    const [{ max_attempts }] = await database.query("SELECT max_attempts FROM graphile_worker.jobs");
    expect(max_attempts).toBe(25);
    expect(Number(days)).toBeGreaterThan(3);
  });

  it("[T42] puts one mail off and takes it later, while the others go their way", async () => {
    mail.judge = (to) => (to.startsWith("redattore.barga") ? { code: 451, words: "greylisted" } : null);
    openJobs();
    await tell(all);
    await until(async () => mail.received.length === 2);
    await allTried();
    expect(await jobsLeft()).toMatchObject([
      { attempts: 1, last_error: "the mail server has put a mail off (451)" },
    ]);
    // The server answers: what it has put off waits for its own turn.
    await enqueueJob(database, { name: "resumeMail" });
    await until(async () => (await jobsLeft()).length === 1);
    expect(mail.received).toHaveLength(2);
    mail.judge = () => null;
    await database.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await allDone();
    expect(recipients()).toEqual(all.map((name) => `${name}@upiao.example`).sort());
    expect(logged).not.toContain("upiao.example");
  });

  it("[T42] refuses one for good: it is not sent again, and stays on the page", async () => {
    mail.judge = () => ({ code: 550, words: "no such mailbox" });
    openJobs();
    await tell(["redattore.lucca"]);
    await allDone();
    expect(logged).toContain("the mail server has refused a mail for good");
    expect(logged).not.toContain("upiao.example");
    const [kept] = await database.getRepository(Notification).find();
    expect(kept).toMatchObject({ readAt: null, mailedAt: expect.any(Date) });
  });
});

describe("the way out of mail", () => {
  async function wayOutOf(letter: (typeof mail.received)[0]): Promise<string> {
    return /<(.+)>/.exec(letter.headers.get("list-unsubscribe")!)![1]!;
  }
  const choices = () => database.getRepository(NotificationChoice).find();

  it("[T26] [T37] is a page that changes nothing, with a button that does, for its kind alone", async () => {
    openJobs();
    await tell(["redattore.lucca"]);
    await allDone();
    const url = await wayOutOf(mail.received[0]!);
    for (const method of ["GET", "HEAD", "GET"]) {
      const page = await fetch(url, { method });
      expect(page.status).toBe(200);
      if (method === "GET")
        expect(await page.text()).toMatch(
          /<li>Menzioni<\/li>[\s\S]*<form method="post"><button type="submit">/,
        );
    }
    expect(await choices()).toEqual([]);
    for (let time = 0; time < 2; time++) {
      const done = await fetch(url, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      });
      expect(await done.text()).toContain("<h1>Fatto</h1>");
    }
    expect(await choices()).toEqual([
      { userId: people.get("redattore.lucca"), kind: "MENTION", mail: "NONE" },
    ]);
    await tell(["redattore.lucca"]);
    await tell(["redattore.lucca"], { kind: "FINDING" });
    await database.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await allDone();
    expect(mail.received).toHaveLength(2);
    expect(mail.received[1]!.headers.get("subject")).toContain("rilievo");
    expect(
      await database.getRepository(Notification).countBy({ userId: people.get("redattore.lucca")! }),
    ).toBe(2);
  });

  it("leads out of all its kinds by the mail program's own button, and out of each by its link", async () => {
    await tell(["redattore.lucca"]);
    await tell(["redattore.lucca"], { kind: "FINDING" });
    openJobs();
    await allDone();
    const links = [
      ...mail.received[0]!.parts.get("text/plain")!.matchAll(/http\S+\/disiscrizione\/\S+/g),
    ].map(([link]) => link);
    expect(links).toHaveLength(2);
    await fetch(links[0]!, { method: "POST" });
    expect(await choices()).toHaveLength(1);
    await fetch(await wayOutOf(mail.received[0]!), { method: "POST" });
    expect((await choices()).map(({ kind }) => kind).sort()).toEqual(["FINDING", "MENTION"]);
  });

  it("cannot be guessed, and is kept as a hash only", async () => {
    for (const token of ["x", "A".repeat(43), "%00", "..%2f"]) {
      for (const method of ["GET", "POST"]) {
        const page = await fetch(`${site}/disiscrizione/${token}`, { method });
        expect(page.status).toBe(404);
        expect(await page.text()).toContain("Collegamento non più valido");
      }
    }
    openJobs();
    await tell(["redattore.lucca"]);
    await allDone();
    const token = (await wayOutOf(mail.received[0]!)).split("/").at(-1)!;
    const rows = JSON.stringify(
      await database.query("SELECT encode(token_hash, 'escape'), kinds FROM unsubscribe_token"),
    );
    expect(rows).not.toContain(token);
    expect(token).not.toContain("redattore");
  });
});

describe("without a mail server", () => {
  it("mail is kept as it would have been sent, once", async () => {
    const works = mailWorks(database, keepPost(database), site);
    nodes.push(new Jobs({ database, works, schedule: [], log: pino({ level: "silent" }) }));
    await tell(["redattore.lucca"]);
    await allDone();
    const kept = await database.query("SELECT subject, text, html FROM outbox_mail");
    expect(kept).toEqual([
      {
        subject: expect.stringContaining("ti ha menzionato"),
        text: expect.stringContaining(`${site}/sezioni/${sectionId}`),
        html: expect.stringContaining("<!doctype html>"),
      },
    ]);
    await enqueueJob(database, { name: "thinOut" });
    await allDone();
    expect(await database.query("SELECT count(*)::int FROM outbox_mail")).toEqual([{ count: 1 }]);
  });
});
