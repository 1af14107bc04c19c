import { bodiesOfItaly } from "@upiao/catalog";
import {
  AssociatedOffice,
  loadBodies,
  loadSectionFacts,
  Membership,
  OfficeMember,
  openDatabase,
  Plan,
  readLogs,
  Section,
  UpdateLog,
  WorkflowStep,
} from "@upiao/db";
import { fragmentName, plainText } from "@upiao/document";
import { accessTo, daysUntil, planDeadline, type State, states, steps, whyNotStep } from "@upiao/domain";
import { findViewer, LoginDesk } from "@upiao/identity";
import { createTestDatabase } from "@upiao/test";
import { type DataSource, IsNull, Not } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { demoAccounts } from "./accounts.ts";
import { seedDemo } from "./seed-demo.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
const lines: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  await loadBodies(database, bodiesOfItaly());
  const say = (line: string) => lines.push(line);
  // Two nodes that start at once.
  await Promise.all([seedDemo(database, say), seedDemo(database, say)]);
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

function shared(): Promise<Section> {
  return database.getRepository(Section).findOneByOrFail({ code: "STRATEGIA" });
}

function sectionsOf(name: string, firstYear = 2026): Promise<Section[]> {
  return database.getRepository(Section).findBy({ plan: { body: { name }, firstYear } });
}

async function textsOf(sections: readonly Section[]): Promise<Map<string, string>> {
  const logs = await readLogs(
    database,
    sections.map((section) => section.id),
  );
  return new Map(
    sections.map((section) => {
      const log = logs.get(section.id);
      if (log instanceof Error) throw log;
      const doc = new Y.Doc();
      for (const { updates } of log?.batches ?? [])
        for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
      return [section.code, plainText(doc.getXmlFragment(fragmentName))];
    }),
  );
}

function occurrences(text: string, words: string): number {
  return text.split(words).length - 1;
}

const tables = [
  ...["user_account", "membership", "associated_office", "office_member", "plan", "section"],
  ...["section_update", "section_client", "version", "workflow_step", "measurement", "audit_event"],
  ...["act_file", "adoption", "publication", "published_text", "published_objective"],
  ...["hub_service", "adhesion", "funding_call", "call_application", "purchase", "service_contract"],
];

async function everything(): Promise<string> {
  const rows = tables.map((table) => database.query(`SELECT t::text FROM ${table} t ORDER BY 1`));
  return JSON.stringify(await Promise.all(rows));
}

async function counts(of: DataSource): Promise<Record<string, number>> {
  const counted = await Promise.all(
    [...tables, "graphile_worker.jobs"].map(async (table): Promise<[string, number]> => {
      const [{ count }] = await of.query(`SELECT count(*)::int FROM ${table}`);
      return [table, count];
    }),
  );
  return Object.fromEntries(counted);
}

function isInterruption(error: unknown): boolean {
  if (error instanceof Error && error.message === "interrupted") return true;
  throw error;
}

describe("the demonstration", () => {
  it("says its steps, and no password", () => {
    expect(lines).toEqual([
      "Dimostrazione: 18 persone con i loro ruoli.",
      "Dimostrazione: ufficio associato della Provincia di Lucca, con i suoi Comuni.",
      "Dimostrazione: 10 piani, con 77 sezioni.",
      "Dimostrazione: 64 testi e 49 passaggi di stato scritti.",
      "Dimostrazione: 4 atti di adozione, con ciò che pubblicano.",
      "Dimostrazione: 248 valori misurati.",
      "Dimostrazione: 6 servizi del polo, con adesioni, avvisi e acquisti.",
      "Dimostrazione: già presente.",
    ]);
  });

  it("is written once, however often and by however many nodes it is started", async () => {
    const before = await everything();
    const said: string[] = [];
    await seedDemo(database, (line) => said.push(line));
    expect(said).toEqual(["Dimostrazione: già presente."]);
    expect(await everything()).toBe(before);
    expect(await database.getRepository(AssociatedOffice).count()).toBe(1);
  });

  it("is completed by the next start, wherever one was interrupted", async () => {
    const other = await createTestDatabase();
    const fresh = await openDatabase(other.url);
    const told = new Set<string>();
    const interrupt = (line: string) => {
      if (told.has(line)) return;
      told.add(line);
      throw new Error("interrupted");
    };
    try {
      await loadBodies(fresh, bodiesOfItaly());
      let starts = 1;
      while (await seedDemo(fresh, interrupt).then(() => false, isInterruption)) starts++;
      expect(starts).toBe(1 + told.size);
      expect(await counts(fresh)).toEqual(await counts(database));
    } finally {
      await fresh.destroy();
      await other.drop();
    }
  });

  it("needs the bodies of Italy, and says so", async () => {
    const other = await createTestDatabase();
    const empty = await openDatabase(other.url);
    try {
      await expect(seedDemo(empty, () => {})).rejects.toThrow("needs the body with ISTAT code 046");
      expect(await empty.query("SELECT count(*)::int AS people FROM user_account")).toEqual([{ people: 0 }]);
    } finally {
      await empty.destroy();
      await other.drop();
    }
  });
});

describe("the office of the demonstration", () => {
  it("is led by the Province of Lucca, with five Comuni", async () => {
    const [office] = await database.getRepository(AssociatedOffice).find({ relations: { leadBody: true } });
    expect(office?.leadBody.name).toBe("Provincia di Lucca");
    const members = await database.getRepository(OfficeMember).find({ relations: { body: true } });
    expect(members.map((member) => member.body.name).sort()).toEqual([
      "Barga",
      "Capannori",
      "Coreglia Antelminelli",
      "Fosciandora",
      "Gallicano",
    ]);
  });

  it("shares a section that is open to all of them, and whose text is there once, by a known author", async () => {
    const section = await shared();
    expect(section).toMatchObject({ state: "DRAFT", closed: false, firstYear: 2026, planId: null });
    const { reading, owners } = await new UpdateLog(database).open(section.id);
    expect(reading.seq).toBe(1);
    const rtd = await database
      .getRepository(Membership)
      .findOneByOrFail({ role: "RTD", body: { name: "Provincia di Lucca" } });
    expect([...owners.values()]).toEqual([rtd.userId]);

    const text = (await textsOf([section])).get("STRATEGIA")!;
    expect(text).toMatch(/^Testo dimostrativo\./);
    expect(text).not.toContain(section.title);
    for (const once of [
      "1. Perché una strategia comune",
      "Prove di ripristino dei dati riuscite sul totale previsto",
      "resta consultabile.",
    ]) {
      expect(occurrences(text, once)).toBe(1);
    }
  });
});

describe("the hub of the demonstration", () => {
  it("holds six services, two applications, three purchases and a contract, each said to be invented", async () => {
    const counts = await database.query(
      `SELECT (SELECT count(*)::int FROM hub_service) AS services, (SELECT count(*)::int FROM adhesion) AS adhesions,
              (SELECT count(*)::int FROM call_application) AS applications, (SELECT count(*)::int FROM purchase) AS purchases,
              (SELECT count(*)::int FROM service_contract) AS contracts`,
    );
    expect(counts).toEqual([{ services: 6, adhesions: 20, applications: 2, purchases: 3, contracts: 1 }]);
    const tables = ["hub_service", "funding_call", "call_application", "purchase", "service_contract"];
    for (const table of tables) {
      const plain = await database.query(
        `SELECT t::text FROM ${table} t WHERE t::text NOT LIKE '%Dato dimostrativo.%'`,
      );
      expect(plain, table).toEqual([]);
    }
    expect(await database.query("SELECT verified FROM funding_call")).toEqual([{ verified: false }]);
  });

  it("has a call that touches what is published of the Province and of Comuni, so that its amendment can be opened", async () => {
    const touched = await database.query(
      `SELECT b.name, o.title FROM objective o JOIN section s ON s.id = o.section_id AND s.state = 'PUBLISHED'
         JOIN plan p ON p.id = s.plan_id JOIN body b ON b.id = p.body_id JOIN funding_call c ON o.items && c.items
        ORDER BY b.name`,
    );
    expect(touched).toEqual([
      { name: "Barga", title: "Risposte in tempi certi per l'edilizia" },
      { name: "Capannori", title: "Edilizia più rapida" },
      { name: "Provincia di Lucca", title: "Concessioni più rapide" },
    ]);
  });
});

describe("the plans of the demonstration", () => {
  const order = (state: State) => states.indexOf(state);

  it("stand in several states, and no section lags behind its plan", async () => {
    const plans = await database.getRepository(Plan).find({ relations: { body: true } });
    expect(plans).toHaveLength(10);
    expect(new Set(plans.map((plan) => plan.state)).size).toBe(5);
    expect(new Set(plans.map((plan) => plan.placement)).size).toBe(3);
    for (const plan of plans) {
      const own = await database.getRepository(Section).findBy({ planId: plan.id });
      const lagging = own.filter((section) => order(section.state) < order(plan.state));
      const allowed = plan.state === "CHANGES_REQUESTED" ? ["SUBMITTED"] : [];
      expect(lagging.map((section) => section.state).filter((state) => !allowed.includes(state))).toEqual([]);
      expect(own.every((section) => (section.adoptedAt !== null) === (plan.state === "PUBLISHED"))).toBe(
        true,
      );
      if (plan.state === "DRAFT") expect(own.every((section) => section.state === "DRAFT")).toBe(true);
    }
  });

  it("have each text once, and only a draft has sections without", async () => {
    const sections = await database.getRepository(Section).find();
    const amended = await database.getRepository(WorkflowStep).findBy({ action: "AMEND" });
    const amendedIds = new Set(amended.map(({ sectionId }) => sectionId));
    for (const section of sections) {
      const text = (await textsOf([section])).get(section.code)!;
      const { seq } = await new UpdateLog(database).readAfter(section.log, 0);
      const writings = amendedIds.has(section.id) ? 2 : 1;
      expect(seq).toBe(text === "" ? 0 : writings);
      if (text === "") expect(section.state).toBe("DRAFT");
      else expect(occurrences(text, text.split("\n")[0]!)).toBe(1);
    }
  });

  it("came to their states by steps that the rules allow, each with its frozen text, and have a deadline to come", async () => {
    const sections = await database.getRepository(Section).find({ where: { planId: Not(IsNull()) } });
    const facts = await loadSectionFacts(
      database,
      sections.map(({ id }) => id),
    );
    for (const section of sections.filter(({ state }) => state !== "DRAFT")) {
      const taken = await database
        .getRepository(WorkflowStep)
        .find({ where: { sectionId: section.id }, order: { at: "ASC" } });
      // What was adopted in earlier years came onto the platform as it was validated.
      let state: State = section.state === "PUBLISHED" ? "VALIDATED" : "DRAFT";
      for (const { action, fromState, toState, bodyId, role, reason, versionId } of taken) {
        const why = whyNotStep(action, { ...facts.get(section.id)!, state }, [{ bodyId, role }]);
        expect([fromState, why, versionId === null]).toEqual([state, null, action === "AMEND"]);
        expect(reason !== null).toBe(steps[action].needsReason ?? false);
        state = toState;
      }
      expect(state).toBe(section.state);
    }
    const today = new Date().toISOString().slice(0, 10);
    const plans = await database.getRepository(Plan).findBy({ state: Not("PUBLISHED") });
    expect(plans.every((plan) => daysUntil(planDeadline(plan), today) > 30)).toBe(true);
  });

  it("are followed by what each member adds to the shared strategy", async () => {
    for (const name of ["Capannori", "Barga", "Gallicano", "Coreglia Antelminelli", "Fosciandora"]) {
      const addendum = (await sectionsOf(name)).find((section) => section.code === "INTEGRAZIONE");
      expect(addendum?.title).toBe(`Gli impegni di ${name}`);
    }
    expect((await sectionsOf("Pisa")).map((section) => section.code)).not.toContain("INTEGRAZIONE");
  });
});

describe("the accounts of the demonstration", () => {
  async function postsOf(email: string) {
    const account = demoAccounts().find((one) => one.email === `${email}@upiao.example`)!;
    const session = await new LoginDesk(database).login({
      email: account.email,
      password: account.password,
      origin: "192.0.2.1",
      device: null,
    });
    const viewer = await findViewer(database, session.token);
    expect(viewer?.name).toBe(account.name);
    expect(viewer?.posts[0]).toMatchObject({ role: account.role });
    expect(viewer?.posts.map((post) => post.bodyName)).toContain(account.bodyName);
    return viewer!.posts;
  }

  it.each([
    ["redattore.lucca", "EDITOR", ["Provincia di Lucca"]],
    ["rtd.lucca", "RTD", ["Provincia di Lucca"]],
    ["revisore.lucca", "REVIEWER", ["Provincia di Lucca"]],
    ["redattore.capannori", "EDITOR", ["Capannori"]],
    ["rtd.capannori", "RTD", ["Capannori"]],
    ["segretario.capannori", "SECRETARY", ["Capannori"]],
    ["rtd.barga", "RTD", ["Barga"]],
    ["redattore.gallicano", "EDITOR", ["Gallicano"]],
    ["redattore.coreglia", "EDITOR", ["Coreglia Antelminelli"]],
    ["redattore.fosciandora", "EDITOR", ["Fosciandora"]],
    ["redattore.barga", "EDITOR", ["Barga"]],
    ["nucleo.lucca", "AUDITOR", ["Barga", "Capannori", "Provincia di Lucca"]],
    ["revisori.capannori", "AUDITOR", ["Capannori"]],
    ["rpct.capannori", "AUDITOR", ["Capannori"]],
    ["admin.lucca", "ADMIN", ["Provincia di Lucca"]],
    ["redattore.pisa", "EDITOR", ["Pisa"]],
    ["segretario.lucca", "SECRETARY", ["Provincia di Lucca"]],
    ["segretario.barga", "SECRETARY", ["Barga"]],
  ])("%s signs in as %s of %s", async (address, role, names) => {
    const posts = await postsOf(address);
    expect(posts.map((post) => post.bodyName).sort()).toEqual(names);
    expect(new Set(posts.map((post) => post.role))).toEqual(new Set([role]));
  });

  it("are these eighteen", () => {
    expect(demoAccounts()).toHaveLength(18);
  });

  it("include each kind of control", async () => {
    const auditors = await database.getRepository(Membership).find({
      where: { role: "AUDITOR" },
      relations: { user: true, body: true },
      order: { competence: "ASC", body: { name: "ASC" } },
    });
    expect(auditors.map(({ user, competence, body }) => [user.name, competence, body.name])).toEqual([
      ["Andrea Lombardi", "NUCLEO", "Barga"],
      ["Andrea Lombardi", "NUCLEO", "Capannori"],
      ["Andrea Lombardi", "NUCLEO", "Provincia di Lucca"],
      ["Giorgio Simi", "REVISORI", "Capannori"],
      ["Laura Bianchini", "RPCT", "Capannori"],
    ]);
  });

  it.each([
    ["redattore.lucca", "EDIT", "NONE", "NONE"],
    ["revisore.lucca", "EDIT", "PROPOSE", "NONE"],
    ["redattore.capannori", "EDIT", "EDIT", "NONE"],
    ["segretario.capannori", "COMMENT", "COMMENT", "NONE"],
    ["redattore.barga", "EDIT", "NONE", "EDIT"],
    ["nucleo.lucca", "COMMENT", "COMMENT", "COMMENT"],
    ["admin.lucca", "NONE", "NONE", "NONE"],
    ["redattore.pisa", "NONE", "NONE", "NONE"],
  ])(
    "%s has %s on the shared section, %s on Capannori's and %s on Barga's draft",
    async (address, ...expected) => {
      const [capannori] = await sectionsOf("Capannori");
      const [barga] = await sectionsOf("Barga");
      const ids = [(await shared()).id, capannori!.id, barga!.id];
      const facts = await loadSectionFacts(database, ids);
      const posts = await postsOf(address);
      expect(ids.map((id) => accessTo(facts.get(id)!, posts))).toEqual(expected);
    },
  );
});
