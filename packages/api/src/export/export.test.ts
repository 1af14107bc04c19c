import { createHash } from "node:crypto";
import { planTemplate } from "@upiao/catalog";
import { ActFile, Adoption, FileExport, Membership, Plan, Publication, PublishedFile } from "@upiao/db";
import { type AdoptedPlan, hashPlan, spellPlan } from "@upiao/document";
import { type ExportFormat, type ExportKind, exportFormats } from "@upiao/domain";
import { directPress, type Press } from "@upiao/export";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeBody, makeSection, makeWorld, type World } from "../../test/world.ts";
import { writeText } from "../../test/write-text.ts";
import { exportAttempts, mostExports } from "../limits.ts";
import { freezeVersion } from "../version/freeze-version.ts";
import { dropOldExports } from "./drop-old-exports.ts";
import { runExport } from "./run-export.ts";
import { queueMissingFiles, writePublishedFiles } from "./write-published-files.ts";

const hostile = "<script>alert(1)</script>";
const fields = "id kind format state progress failure name path";

let served: Served;
let world: World;
let writer: TestPerson;
let reviewer: TestPerson;
let draft: string;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  writer = await makePerson(served.database, "Wanda", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  reviewer = await makePerson(served.database, "Vera", [{ bodyId: world.bodies.lead, role: "REVIEWER" }]);
  draft = world.sections.alfaDraft;
  await writeText(
    served.database,
    draft,
    "# Servizi\n\nTre sportelli *in rete*. Vedi la [strategia](piao:STRATEGIA).",
    writer.id,
  );
  await writeText(served.database, world.sections.alfaSubmitted, "Performance inviata.", writer.id);
  await writeText(served.database, world.sections.shared, "La strategia di tutti.", writer.id);
});

afterAll(() => served.close());

// What waits of one test would count in the next.
beforeEach(() => served.database.query("DELETE FROM file_export"));

function start(
  person: TestPerson | null,
  kind: ExportKind,
  id: string,
  more: { readonly format?: ExportFormat; readonly afterId?: string | null } = {},
): Promise<Answer> {
  const { format = "MARKDOWN", afterId = null } = more;
  return ask(
    served,
    `mutation ($what: ExportInput!, $format: ExportFormat!) { startExport(what: $what, format: $format) { ${fields} } }`,
    { token: person?.token ?? null, variables: { what: { kind, id, afterId }, format } },
  );
}

async function started(...given: Parameters<typeof start>): Promise<string> {
  const { data, codes } = await start(...given);
  expect(codes).toEqual([]);
  return data.startExport.id;
}

/** As the queue does. */
function run(exportId: string, press: Press = directPress, attempt = 1): Promise<void> {
  const parts = { database: served.database, press, planTemplate: planTemplate() };
  return runExport(parts, { exportId }, { attempt });
}

function look(person: TestPerson, id: string): Promise<Answer> {
  const query = `query ($id: ID!) { fileExport(id: $id) { ${fields} } }`;
  return ask(served, query, { token: person.token, variables: { id } });
}

function download(person: TestPerson | null, id: string): Promise<Response> {
  const headers: Record<string, string> = person ? { authorization: `Bearer ${person.token}` } : {};
  return fetch(new URL(`/esportazioni/${id}`, served.url), { headers });
}

/** Asked for, made and downloaded. */
async function exported(
  person: TestPerson,
  kind: ExportKind,
  of: string,
  more?: Parameters<typeof start>[3],
): Promise<{ name: string; bytes: Uint8Array }> {
  const id = await started(person, kind, of, more);
  await run(id);
  const { data } = await look(person, id);
  expect(data.fileExport).toMatchObject({ state: "DONE", progress: 100, path: `/esportazioni/${id}` });
  const response = await download(person, id);
  expect(response.status).toBe(200);
  return { name: data.fileExport.name!, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function textOf(...given: Parameters<typeof exported>): Promise<string> {
  return new TextDecoder().decode((await exported(...given)).bytes);
}

describe("an export", () => {
  it("waits in the queue, is made, and is downloaded under a name that speaks", async () => {
    const { data } = await start(writer, "SECTION", draft);
    expect(data.startExport).toMatchObject({ state: "QUEUED", progress: 0, name: null, path: null });
    const { id } = data.startExport;
    const jobs: { task_identifier: string; queue_name: string; max_attempts: number }[] =
      await served.database.query(
        `SELECT task_identifier, queue_name, max_attempts FROM graphile_worker.jobs
          WHERE task_identifier = 'runExport' ORDER BY id DESC LIMIT 1`,
      );
    expect(jobs).toEqual([
      { task_identifier: "runExport", queue_name: "files", max_attempts: exportAttempts },
    ]);
    expect((await download(writer, id)).status).toBe(404);

    await run(id);
    const response = await download(writer, id);
    expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=segreto-alfadraft-alfa-sul-serchio-2026-2028.md",
    );
    expect(response.headers.get("content-security-policy")).toBe("sandbox");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const text = await response.text();
    expect(text).toContain("Tre sportelli");
    expect(text).toContain("Comune di Alfa sul Serchio");
  });

  it("is of a version as it was kept, and of what differs from it now", async () => {
    const section = await makeSection(served.database, "storia", { planId: world.plans.alfa, code: "3.1" });
    await writeText(served.database, section, "Prima frase.", writer.id);
    const kept = await served.database.transaction((tx) =>
      freezeVersion(tx, { sectionId: section, kind: "NAMED", name: "Prima", byUserId: writer.id }),
    );
    await writeText(served.database, section, "Seconda frase.", writer.id);
    const later = await served.database.transaction((tx) =>
      freezeVersion(tx, { sectionId: section, kind: "FROZEN", byUserId: writer.id }),
    );

    const version = await textOf(writer, "VERSION", kept.id);
    expect(version).toContain("Prima frase.");
    expect(version).not.toContain("Seconda frase.");
    for (const afterId of [null, later.id]) {
      const html = await textOf(writer, "COMPARISON", kept.id, { afterId, format: "HTML" });
      expect(html).toMatch(/<ins[^>]*>.*Seconda frase/s);
    }
    // The versions of two sections have nothing to be compared by.
    const other = await served.database.transaction((tx) =>
      freezeVersion(tx, { sectionId: draft, kind: "FROZEN", byUserId: writer.id }),
    );
    expect((await start(writer, "COMPARISON", kept.id, { afterId: other.id })).codes).toEqual(["NOT_FOUND"]);
  });

  it("is of the comments, with their words, who wrote what, and who resolved it", async () => {
    const section = await makeSection(served.database, "discussa", { planId: world.plans.alfa, code: "3.2" });
    expect(await textOf(writer, "COMMENTS", section)).toContain("Nessun commento.");
    const raised = await ask(
      served,
      `mutation ($id: ID!) { addThread(thread: { sectionId: $id, kind: QUESTION, text: "Da dove viene il dato?" }) { id } }`,
      { token: writer.token, variables: { id: section } },
    );
    await ask(served, `mutation ($id: ID!) { resolveThread(threadId: $id) { id } }`, {
      token: writer.token,
      variables: { id: raised.data.addThread.id },
    });
    const text = await textOf(writer, "COMMENTS", section);
    expect(text).toContain("Domanda");
    expect(text).toContain("Da dove viene il dato?");
    expect(text).toContain("(redattore, Alfa sul Serchio)");
    expect(text).toContain("Chiusura: Wanda,");
  });

  it("is of a plan as a draft that says so, with the shared section marked", async () => {
    const { name, bytes } = await exported(writer, "PLAN", world.plans.alfa);
    expect(name).toBe("piao-alfa-sul-serchio-2026-2028-bozza.md");
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("senza valore di atto");
    expect(text).toContain("in redazione");
    expect(text).toContain("Tre sportelli");
    expect(text).toContain("La strategia di tutti.");
    expect(text).toMatch(/sezione condivisa dell'ufficio associato/i);
  });

  it("[PL7] tells where in this plan the part stands to which a text refers; of a section alone it says which part it is", async () => {
    const plan = () => textOf(writer, "PLAN", world.plans.alfa);
    expect(await plan()).toContain("Vedi la [strategia (2.4)](<#24-");
    await served.database.getRepository(Plan).update({ id: world.plans.alfa }, { placement: "TERNI" });
    expect(await plan()).toContain("Vedi la [strategia (3.4)](<#34-");
    await served.database.getRepository(Plan).update({ id: world.plans.alfa }, { placement: "LUCCA" });
    expect(await textOf(writer, "SECTION", draft)).toContain("Vedi la [strategia](<piao:STRATEGIA>).");
  });

  it.each(exportFormats)("is made in %s", async (format) => {
    const { bytes } = await exported(writer, "PLAN", world.plans.alfa, { format });
    expect(bytes.length).toBeGreaterThan(500);
  });

  it("is asked for a few times at once, and no more", async () => {
    for (let n = 0; n < mostExports; n++) await started(writer, "SECTION", draft);
    expect((await start(writer, "SECTION", draft)).codes).toEqual(["TOO_MANY_EXPORTS"]);
    expect((await start(reviewer, "SECTION", world.sections.shared)).codes).toEqual([]);
  });

  it("is forgotten after a day, and given up after an hour in which nobody finished it", async () => {
    const [old, stuck] = [await started(writer, "SECTION", draft), await started(writer, "SECTION", draft)];
    const age = (id: string, hours: number) =>
      served.database.query(`UPDATE file_export SET at = now() - make_interval(hours => $2) WHERE id = $1`, [
        id,
        hours,
      ]);
    await age(old, 25);
    await age(stuck, 2);
    await dropOldExports(served.database);
    expect((await look(writer, old)).codes).toEqual(["NOT_FOUND"]);
    expect((await look(writer, stuck)).data.fileExport).toMatchObject({
      state: "FAILED",
      failure: "NOT_WRITTEN",
    });
  });
});

describe("the list of one's files", () => {
  const list = async (person: TestPerson) => {
    const query = `{ myExports { id kind format state progress failure name path at keptUntil
      section { id title } plan { id } version { number } afterVersion { number } } }`;
    const { data, codes } = await ask(served, query, { token: person.token });
    expect(codes).toEqual([]);
    return data.myExports;
  };

  it("has what one asked for and did not wait for, the latest first, with how far it is and until when it is kept", async () => {
    const kept = await served.database.transaction((tx) =>
      freezeVersion(tx, { sectionId: draft, kind: "NAMED", name: "Elencata", byUserId: writer.id }),
    );
    const plan = await started(writer, "PLAN", world.plans.alfa, { format: "DOCX" });
    const comparison = await started(writer, "COMPARISON", kept.id);
    await run(plan);
    expect(await list(writer)).toEqual([
      expect.objectContaining({
        ...{ id: comparison, kind: "COMPARISON", state: "QUEUED", name: null, path: null, plan: null },
        section: { id: draft, title: "Segreto alfaDraft." },
        ...{ version: { number: kept.number }, afterVersion: null },
      }),
      expect.objectContaining({
        ...{ id: plan, kind: "PLAN", format: "DOCX", state: "DONE", progress: 100 },
        ...{ path: `/esportazioni/${plan}`, name: "piao-alfa-sul-serchio-2026-2028-bozza.docx" },
        ...{ section: null, plan: { id: world.plans.alfa }, version: null },
      }),
    ]);
    const { at, keptUntil } = (await list(writer))[0]!;
    const pastThat = (hours: number) =>
      served.database.query("UPDATE file_export SET at = at - make_interval(hours => $1)", [hours]);
    const hoursKept = (Date.parse(keptUntil) - Date.parse(at)) / 3_600_000;
    await pastThat(hoursKept - 1);
    await run(comparison);
    await dropOldExports(served.database);
    expect(await list(writer)).toHaveLength(2);
    await pastThat(1);
    await dropOldExports(served.database);
    expect(await list(writer)).toEqual([]);
  });

  it("[T02] [T04] is one's own alone, and without what one may not read any more", async () => {
    const leaving = await makePerson(served.database, "Livia", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
      { bodyId: world.bodies.beta, role: "EDITOR" },
    ]);
    const done = await started(leaving, "SECTION", draft);
    const failed = await started(leaving, "PLAN", world.plans.alfa);
    await run(done);
    await expect(
      run(failed, { ...directPress, write: () => Promise.reject(new Error("ended")) }, exportAttempts),
    ).rejects.toThrow();
    expect((await list(leaving)).map(({ id }) => id)).toEqual([failed, done]);
    expect(await list(writer)).toEqual([]);

    await served.database.getRepository(Membership).delete({ userId: leaving.id, bodyId: world.bodies.alfa });
    // That it failed they are told, and of what it was they are not.
    expect(await list(leaving)).toEqual([
      expect.objectContaining({ id: failed, state: "FAILED", section: null, plan: null, name: null }),
    ]);
  });
});

describe("a run that fails", () => {
  const torn: Press = { ...directPress, write: () => Promise.reject(new Error("the thread has ended")) };

  it("is tried again, and the next one makes the file", async () => {
    const id = await started(writer, "SECTION", draft);
    await expect(run(id, torn)).rejects.toThrow("the thread has ended");
    expect((await look(writer, id)).data.fileExport).toMatchObject({ state: "RUNNING", failure: null });
    await run(id, directPress, 2);
    expect((await look(writer, id)).data.fileExport).toMatchObject({ state: "DONE", progress: 100 });
    // Done once more, by a node that did not hear of it, it changes nothing.
    await run(id, torn, 3);
    expect((await download(writer, id)).status).toBe(200);
  });

  it("is given up after a few times, and says so", async () => {
    const id = await started(writer, "SECTION", draft);
    await expect(run(id, torn, exportAttempts)).rejects.toThrow();
    expect((await look(writer, id)).data.fileExport).toMatchObject({
      state: "FAILED",
      failure: "NOT_WRITTEN",
      path: null,
    });
  });
});

describe("who may have a file", () => {
  it("[T04] asks for nothing that they may not read", async () => {
    const far = await makePerson(served.database, "Lia", [{ bodyId: world.bodies.far, role: "EDITOR" }]);
    const absent = "00000000-0000-4000-8000-000000000000";
    for (const [kind, id] of [
      ["SECTION", draft],
      ["COMMENTS", draft],
      ["PLAN", world.plans.alfa],
      ["VERSION", absent],
      ["COMPARISON", absent],
    ] as const) {
      expect((await start(far, kind, id)).codes).toEqual(["NOT_FOUND"]);
      expect((await start(null, kind, id)).codes).toEqual(["NOT_AUTHENTICATED"]);
    }
    expect(await served.database.getRepository(FileExport).count()).toBe(0);
  });

  it("[T02] is only who asked for it, whoever else may read the same text", async () => {
    const colleague = await makePerson(served.database, "Carla", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
    ]);
    const id = await started(writer, "SECTION", draft);
    await run(id);
    expect((await look(colleague, id)).codes).toEqual(["NOT_FOUND"]);
    expect((await download(colleague, id)).status).toBe(404);
    expect((await download(null, id)).status).toBe(401);
    for (const other of ["00000000-0000-4000-8000-000000000000", "x", "..%2f..%2fetc"]) {
      expect((await download(writer, other)).status).toBe(404);
    }
  });

  it("[T02] [T04] has it no more once they have lost the right to what is in it", async () => {
    const leaving = await makePerson(served.database, "Lea", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
      { bodyId: world.bodies.beta, role: "EDITOR" },
    ]);
    const id = await started(leaving, "SECTION", draft);
    await run(id);
    const waiting = await started(leaving, "PLAN", world.plans.alfa);
    expect((await download(leaving, id)).status).toBe(200);

    await served.database.getRepository(Membership).delete({ userId: leaving.id, bodyId: world.bodies.alfa });
    expect((await download(leaving, id)).status).toBe(404);
    expect((await look(leaving, id)).codes).toEqual(["NOT_FOUND"]);
    // What had not been made yet is read with the rights of now: none.
    await run(waiting);
    expect((await look(leaving, waiting)).data.fileExport).toMatchObject({
      state: "FAILED",
      failure: "NOT_READABLE",
    });
  });

  it("[T04] has of a plan the sections that they may read, and none of it once one of them is closed to them", async () => {
    const id = await started(reviewer, "PLAN", world.plans.alfa);
    await run(id);
    const text = await (await download(reviewer, id)).text();
    expect(text).toContain("Performance inviata.");
    expect(text).not.toContain("Tre sportelli");
    expect(text).not.toContain("Segreto alfaDraft");

    const state = (to: string) =>
      served.database.query("UPDATE section SET state = $2 WHERE id = $1", [
        world.sections.alfaSubmitted,
        to,
      ]);
    await state("DRAFT");
    try {
      expect((await download(reviewer, id)).status).toBe(404);
    } finally {
      await state("SUBMITTED");
    }
    expect((await download(reviewer, id)).status).toBe(200);
  });

  it("[T02] is nobody who has been disabled meanwhile", async () => {
    const going = await makePerson(served.database, "Gaia", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
    const id = await started(going, "SECTION", draft);
    await served.database.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [going.id]);
    await run(id);
    const row = await served.database.getRepository(FileExport).findOneByOrFail({ id });
    expect(row).toMatchObject({ state: "FAILED", failure: "NOT_READABLE", name: null });
  });
});

describe("[T27] hostile text", () => {
  let hostileSection: string;

  beforeAll(async () => {
    hostileSection = await makeSection(served.database, hostile, { planId: world.plans.alfa, code: "3.3" });
    const text = `${hostile.replaceAll("<", "\\<")}\n\n[premi](javascript:alert(2)) e #eval("1") \\input{x} ${"{{7*7}}"}`;
    await writeText(served.database, hostileSection, text, writer.id);
    await ask(
      served,
      `mutation ($id: ID!, $text: String!) { addThread(thread: { sectionId: $id, kind: OBSERVATION, text: $text }) { id } }`,
      { token: writer.token, variables: { id: hostileSection, text: `${hostile} [a](javascript:b)` } },
    );
  });

  it.each(["SECTION", "COMMENTS"] as const)("of a %s is letters in every format", async (kind) => {
    const of = async (format: ExportFormat) =>
      (await exported(writer, kind, hostileSection, { format })).bytes;
    const html = new TextDecoder().decode(await of("HTML"));
    expect(html).toContain("&lt;script&gt;alert(1)");
    expect(html).not.toMatch(/<script|href="javascript:/i);
    const markdown = new TextDecoder().decode(await of("MARKDOWN"));
    expect(markdown).toContain("script");
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript:/);
    for (const [format, file] of [
      ["DOCX", "word/document.xml"],
      ["ODT", "content.xml"],
    ] as const) {
      const xml = strFromU8(unzipSync(await of(format))[file]!);
      expect(xml).toContain("&lt;script&gt;");
      expect(xml).not.toMatch(/<script|="javascript:/i);
    }
    const pdf = Buffer.from(await of("PDF")).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  });
});

describe("the files of a published plan", () => {
  it("are made once, in every format, and name the act and the hash", async () => {
    const adoptionId = await publish();
    const parts = { database: served.database, press: directPress };
    await writePublishedFiles(parts, { adoptionId });
    const files = await served.database
      .getRepository(PublishedFile)
      .find({ where: { adoptionId }, select: { id: true, format: true, bytes: true, sha256: true } });
    expect(files.map(({ format }) => format).sort()).toEqual(["docx", "html", "md", "odt", "pdf"]);
    for (const { bytes, sha256 } of files) {
      expect(createHash("sha256").update(bytes).digest().equals(sha256)).toBe(true);
    }
    const { sha256 } = await served.database.getRepository(Adoption).findOneByOrFail({ id: adoptionId });
    const markdown = files.find(({ format }) => format === "md")!.bytes.toString();
    expect(markdown).toContain(sha256.toString("hex"));
    expect(markdown).toContain("Deliberazione della Giunta n. 4 del 28 gennaio 2026");
    expect(markdown).toContain("Aggiornamento n. 1");

    // A job may be done twice: what people have downloaded stays.
    await writePublishedFiles(parts, { adoptionId });
    const again = await served.database.getRepository(PublishedFile).findBy({ adoptionId });
    expect(again.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort());
  });

  it("are asked for where they are missing, once", async () => {
    const adoptionId = await publish();
    const queued = (): Promise<{ n: number }[]> =>
      served.database.query(`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = $1`, [
        `files ${adoptionId}`,
      ]);
    await queueMissingFiles(served.database);
    await queueMissingFiles(served.database);
    expect(await queued()).toEqual([{ n: 1 }]);
  });

  it("and an export of the plan by who reads all of it say the same", async () => {
    const adoptionId = await publish();
    const { planId } = await served.database.getRepository(Adoption).findOneByOrFail({ id: adoptionId });
    const { bodyId } = await served.database.getRepository(Plan).findOneByOrFail({ id: planId });
    const own = await makePerson(served.database, "Olga", [{ bodyId, role: "EDITOR" }]);
    await writePublishedFiles({ database: served.database, press: directPress }, { adoptionId });
    const { name, bytes } = await exported(own, "PLAN", planId, { format: "PDF" });
    expect(name).toBe("piao-ente-che-pubblica-2026-2028-aggiornamento-1.pdf");
    const file = await served.database
      .getRepository(PublishedFile)
      .findOneOrFail({ where: { adoptionId, format: "pdf" }, select: { id: true, bytes: true } });
    expect(Buffer.from(bytes).equals(file.bytes)).toBe(true);
  });
});

/** A published amendment, as it stands in the tables. */
async function publish(): Promise<string> {
  const { database } = served;
  const bodyId = await makeBody(database, "Ente che pubblica");
  const plan = { bodyId, firstYear: 2026, form: "FULL", placement: "LUCCA", state: "PUBLISHED" } as const;
  const { id: planId } = await database.getRepository(Plan).save({ ...plan, amendment: 1 });
  const section = await makeSection(database, "adottata", { planId, code: "2.1", state: "PUBLISHED" });
  const bytes = Buffer.from("%PDF-1.7");
  const file = await database.getRepository(ActFile).save({
    ...{ planId, name: "atto.pdf", mediaType: "application/pdf", bytes, byUserId: writer.id },
    sha256: createHash("sha256").update(bytes).digest(),
  });
  const act = { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28" } as const;
  const content = {
    type: "doc",
    content: [{ type: "block", content: [{ type: "text", text: "Adottato." }] }],
  } as const;
  const adopted: AdoptedPlan = {
    format: "upiao-plan/1",
    body: { name: "Ente che pubblica", type: "COMUNE", istatCode: null, ipaCode: null },
    firstYear: 2026,
    lastYear: 2028,
    form: "FULL",
    amendment: 1,
    act: { ...act, file: file.sha256.toString("hex") },
    dup: null,
    peg: null,
    parts: [
      {
        number: "2.1",
        title: "Valore pubblico",
        depth: 1,
        texts: [{ section, version: section, code: "2.1", title: "Valore pubblico", shared: false, content }],
      },
    ],
  };
  const spelled = spellPlan(adopted);
  const { id: adoptionId } = await database.getRepository(Adoption).save({
    ...{ planId, amendment: 1, reason: "Avviso.", actFileId: file.id, byUserId: writer.id },
    ...{ actKind: act.kind, actNumber: act.number, actDay: act.day },
    content: Buffer.from(spelled),
    sha256: Buffer.from(await hashPlan(spelled)),
  });
  await database.getRepository(Publication).insert({ adoptionId, byUserId: writer.id });
  return adoptionId;
}
