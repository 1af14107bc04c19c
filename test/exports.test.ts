import { openDatabase } from "@upiao/db";
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
