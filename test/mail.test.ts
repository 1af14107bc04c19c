import { enqueueJob, openDatabase } from "@upiao/db";
import { startMailServer, startServer, type TestMailServer, type TestServer, until } from "@upiao/test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let mail: TestMailServer;
let server: TestServer;
let database: Awaited<ReturnType<typeof openDatabase>>;

beforeEach(async () => {
  mail = await startMailServer();
  const env = {
    SMTP_URL: mail.url,
    MAIL_FROM: "upiao@lucca.example",
    PUBLIC_URL: "https://upiao.lucca.example",
  };
  server = await startServer({ env });
  database = await openDatabase(server.databaseUrl);
});

afterEach(async () => {
  await database?.destroy();
  await server?.stop();
  await mail?.stop();
});

/** As an act does it that tells somebody, in one transaction. */
async function tell(email: string): Promise<void> {
  await database.transaction(async (tx) => {
    const [{ userId }] = await tx.query(
      `INSERT INTO notification (user_id, kind, section_id)
       SELECT u.id, 'MENTION', s.id FROM user_account u, section s
        WHERE u.email = $1 AND s.office_id IS NOT NULL AND s.first_year = 2026 RETURNING user_id AS "userId"`,
      [email],
    );
    await enqueueJob(tx, { name: "sendMail", payload: { userId, rhythm: "IMMEDIATE" } });
  });
}

const allNoted = () =>
  until(async () => {
    const left = await database.query(
      "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'sendMail' UNION ALL SELECT FROM notification WHERE mailed_at IS NULL",
    );
    return left.length === 0;
  });

describe("[T43] after a kill -9", () => {
  it("what was queued is mailed once, with links to where people find the platform", async () => {
    await server.kill("SIGKILL");
    await tell("redattore.lucca@upiao.example");
    await server.restart();
    await allNoted();
    await server.restart();
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]!.parts.get("text/plain")).toContain("https://upiao.lucca.example/sezioni/");
    expect(server.log()).not.toContain("redattore.lucca");
  });

  it("between sending and noting it, a mail comes again, under the same id", async () => {
    const there = new Promise<void>((resolve) => {
      mail.beforeAnswer = async () => {
        await server.kill("SIGKILL");
        resolve();
      };
    });
    await tell("redattore.lucca@upiao.example");
    await there;
    mail.beforeAnswer = async () => {};
    await server.restart();
    await allNoted();
    const ids = mail.received.map(({ headers }) => headers.get("message-id"));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("of one node, another one mails what it has left", async () => {
    const killed = new Promise<void>((resolve) => {
      mail.beforeAnswer = async () => {
        await server.kill("SIGKILL");
        resolve();
      };
    });
    const names = ["redattore.lucca", "redattore.barga", "rtd.lucca", "revisore.lucca"];
    await Promise.all(names.map((name) => tell(`${name}@upiao.example`)));
    await killed;
    mail.beforeAnswer = async () => {};
    const other = await startServer({
      beside: server,
      env: { SMTP_URL: mail.url, MAIL_FROM: "upiao@lucca.example" },
    });
    try {
      await allNoted();
      expect([...new Set(mail.received.map(({ to }) => to))].sort()).toEqual(
        names.map((name) => `${name}@upiao.example`).sort(),
      );
    } finally {
      await other.stop();
    }
  });
});
