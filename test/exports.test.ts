import { createHash } from "node:crypto";
import { enqueueJob, openDatabase } from "@upiao/db";
import { Program, startServer, type TestServer, until } from "@upiao/test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let server: TestServer;
let database: Awaited<ReturnType<typeof openDatabase>>;

beforeEach(async () => {
  server = await startServer();
  database = await openDatabase(server.databaseUrl);
});

afterEach(async () => {
  await database?.destroy();
  await server?.stop();
});

async function startExport(person: Program, format: string): Promise<string> {
  const { data: mine } = await person.ask<{ myPlans: { id: string }[] }>("{ myPlans { id } }");
  const { data } = await person.ask<{ startExport: { id: string } }>(
    `mutation ($id: ID!, $format: ExportFormat!) {
       startExport(what: { kind: PLAN, id: $id }, format: $format) { id } }`,
    { id: mine.myPlans[0]!.id, format },
  );
  return data.startExport.id;
}

const isDone = (id: string) =>
  until(async () => {
    const [row] = await database.query("SELECT state FROM file_export WHERE id = $1", [id]);
    expect(row.state).not.toBe("FAILED");
    return row.state === "DONE";
  });

async function download(person: Program, id: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${person.token}` };
  const response = await fetch(`${server.url}/esportazioni/${id}`, { headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe("a file of a plan", () => {
  it("is made by the server as it is built, in a thread that finds its fonts and its template", async () => {
    const person = await Program.login(server.url, "redattore.capannori");
    const ids: [string, string][] = [];
    for (const format of ["PDF", "DOCX", "ODT"]) ids.push([format, await startExport(person, format)]);
    const files: Record<string, Buffer> = {};
    for (const [format, id] of ids) {
      await isDone(id);
      files[format] = await download(person, id);
    }
    const pdf = files.PDF!.toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).toContain("TitilliumWeb");
    for (const format of ["DOCX", "ODT"]) expect(files[format]!.toString("latin1", 0, 2)).toBe("PK");
  });

  it("[T43] is made after a kill -9 by whoever starts next", async () => {
    const person = await Program.login(server.url, "redattore.capannori");
    const hold = database.createQueryRunner();
    await hold.startTransaction();
    // Until it is let go the job is under way and cannot read on.
    await hold.query("LOCK TABLE section_update IN ACCESS EXCLUSIVE MODE");
    const id = await startExport(person, "PDF");
    await until(async () => {
      const [{ waits }] = await database.query(
        `SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'section_update'::regclass)
            AND (SELECT state FROM file_export WHERE id = $1) = 'RUNNING' AS waits`,
        [id],
      );
      return waits;
    });
    await server.kill("SIGKILL");
    await hold.rollbackTransaction();
    await hold.release();
    await server.restart();
    await isDone(id);
    expect((await download(person, id)).toString("latin1", 0, 5)).toBe("%PDF-");
  });
});

it("the files that a published plan lacks are made by themselves, in every format", async () => {
  const adoptionId = await publish();
  await enqueueJob(database, { name: "tendFiles" });
  const formats = async () => {
    const rows: { format: string }[] = await database.query(
      "SELECT format FROM published_file WHERE adoption_id = $1 AND length(bytes) > 0 ORDER BY format",
      [adoptionId],
    );
    return rows.map(({ format }) => format);
  };
  await until(async () => (await formats()).length === 5);
  expect(await formats()).toEqual(["docx", "html", "md", "odt", "pdf"]);
  for (const format of await formats()) {
    const file = await fetch(`${server.url}/pubblico/enti/046007/2026/originale/piano.${format}`);
    expect([format, file.status]).toEqual([format, 200]);
  }
});

/** A published plan, as it stands in the tables when no job was queued for it. */
async function publish(): Promise<string> {
  const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest();
  const act = Buffer.from("%PDF-1.7");
  const text = { type: "doc", content: [{ type: "block", content: [{ type: "text", text: "Adottato." }] }] };
  const texts = [{ title: "Valore pubblico", shared: false, content: text }];
  const content = Buffer.from(
    JSON.stringify({
      ...{ body: { name: "Capannori", type: "COMUNE" }, firstYear: 2026, lastYear: 2028, amendment: 0 },
      act: { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28" },
      parts: [{ number: "2.1", title: "Valore pubblico", depth: 1, texts }],
    }),
  );
  const [row] = await database.query(
    `WITH one AS (SELECT p.id AS plan_id, u.id AS user_id FROM plan p JOIN body b ON b.id = p.body_id, user_account u
                   WHERE u.email = 'segretario.capannori@upiao.example' AND b.istat_code = '046007' AND p.first_year = 2026),
          file AS (INSERT INTO act_file (plan_id, name, media_type, bytes, sha256, by_user_id)
                   SELECT plan_id, 'atto.pdf', 'application/pdf', $1, $2, user_id FROM one RETURNING id),
          adopted AS (INSERT INTO adoption (plan_id, amendment, act_kind, act_number, act_day, act_file_id, content, sha256, by_user_id)
                      SELECT plan_id, 0, 'DELIBERAZIONE_GIUNTA', '4', '2026-01-28', file.id, $3, $4, user_id
                        FROM one, file RETURNING id, by_user_id)
     INSERT INTO publication (adoption_id, by_user_id) SELECT id, by_user_id FROM adopted RETURNING adoption_id AS id`,
    [act, hash(act), content, hash(content)],
  );
  return row.id;
}
