import { strategyEditions } from "@upiao/catalog";
import { AuditEvent, loadStrategy, Objective, Plan, UpdateLog } from "@upiao/db";
import { objectivesIn } from "@upiao/document";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask } from "../../test/ask.ts";
import { nextEdition } from "../../test/next-edition.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { useVersionDesk } from "../../test/version-desk.ts";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";
import { projectStale } from "../objective/ensure-projected.ts";

const desk = useVersionDesk();

const [old, next, afterNext] = ["2024-2026", "2027-2029", "2030-2032"];
let betaEditor: TestPerson;

beforeEach(async () => {
  const { database } = desk.served;
  await loadStrategy(database, [strategyEditions()[0]!]);
  await loadStrategy(database, [nextEdition(next!)]);
  await database.query("UPDATE plan SET strategy_edition = $1, state = 'DRAFT'", [old]);
  // Each test begins with objectives of its own.
  await projectStale(database);
  await database.query("DELETE FROM carried_objective");
  await database.query("DELETE FROM objective");
  betaEditor ??= await makePerson(database, "Bea Beta", [{ bodyId: desk.world.bodies.beta, role: "EDITOR" }]);
});

function write(items: string, sectionId = desk.sectionId, fields: Record<string, string> = {}) {
  const objective = new Y.XmlElement("objective");
  const attributes = { key: crypto.randomUUID(), items, ...fields };
  for (const [name, value] of Object.entries(attributes)) objective.setAttribute(name, value);
  const title = new Y.XmlElement("objectiveTitle");
  title.insert(0, [new Y.XmlText(items)]);
  objective.insert(0, [title]);
  desk.sectionId = sectionId;
  return desk.edit((text) => text.insert(text.length, [objective]));
}

async function linksOf(person = desk.editor, planId = desk.world.plans.alfa) {
  const query = `query ($id: ID!) { plan(id: $id) { strategyEdition }
    planCarryOver(planId: $id) { code change mayDecide objective { id title } proposal { code } } }`;
  const { data } = await ask(desk.served, query, { token: person.token, variables: { id: planId } });
  return { edition: data.plan.strategyEdition, links: data.planCarryOver };
}

function carry(
  decisions: readonly { objectiveId: string; code: string; to: string | null }[],
  { person = desk.editor, planId = desk.world.plans.alfa, edition = next } = {},
) {
  const query = `mutation ($id: ID!, $edition: String!, $decisions: [LinkDecision!]!) {
    carryOverLinks(planId: $id, edition: $edition, decisions: $decisions) { strategyEdition } }`;
  const variables = { id: planId, edition, decisions: [...decisions] };
  return ask(desk.served, query, { token: person.token, variables });
}

async function itemsNow(sectionId = desk.sectionId): Promise<string[]> {
  const { reading } = await readLog(desk.served.database, sectionId);
  const doc = openText(reading);
  return objectivesIn(fragmentOf(doc), 2026).map(({ items }) => items.join(" "));
}

describe("links that a new edition has changed", () => {
  it("are accepted, given to another item or dropped, in the texts and in the person's name, and the plan moves", async () => {
    await write("RA3.2.2 OB1.1");
    await write("RA4.1.1, RA5.1.2");
    const before = await linksOf();
    expect(before).toMatchObject({
      edition: old,
      links: [
        { code: "RA3.2.2", change: "RETITLED", mayDecide: true, proposal: { code: "RA3.2.2" } },
        { code: "RA4.1.1", change: "MISSING" },
        { code: "RA5.1.2", change: "MISSING", proposal: { code: "RA5.1.1" } },
      ],
    });
    const [kept, dropped, moved] = before.links.map(({ code, objective }) => ({
      code,
      objectiveId: objective.id,
    }));
    const answer = await carry([
      { ...kept!, to: "RA1.1.1" },
      { ...dropped!, to: null },
      { ...moved!, to: "RA5.1.1" },
    ]);
    expect(answer.data.carryOverLinks).toEqual({ strategyEdition: next });
    expect(await itemsNow()).toEqual(["RA1.1.1 OB1.1", "RA5.1.1"]);
    expect((await linksOf()).links).toEqual([]);
    const owners = await new UpdateLog(desk.served.database).readOwners(desk.sectionId);
    expect([...owners.values()].every((owner) => owner === desk.editor.id)).toBe(true);
    const lines = await desk.served.database
      .getRepository(AuditEvent)
      .find({ where: { chain: desk.world.bodies.alfa }, order: { place: "DESC" }, take: 2 });
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual([
      ["plan.CARRY_OVER", { plan: desk.world.plans.alfa, from: old, to: next }],
      ["section.CARRY_OVER", { section: desk.sectionId, plan: desk.world.plans.alfa, from: old, to: next }],
    ]);
  });

  it("are decided objective by objective, and a code that the new edition gives another meaning is not asked for again", async () => {
    await write("RA5.1.2");
    await write("RA4.1.1");
    const [moved, other] = (await linksOf()).links;
    await carry([{ objectiveId: moved!.objective.id, code: "RA5.1.2", to: "RA5.1.1" }]);
    const left = await linksOf();
    // In the old edition RA5.1.1 is about something else than in the new one.
    expect(left).toMatchObject({ edition: old, links: [{ code: "RA4.1.1" }] });
    await carry([{ objectiveId: other!.objective.id, code: "RA4.1.1", to: null }]);
    expect(await linksOf()).toEqual({ edition: next, links: [] });
    // The next edition is compared with what the links are of now.
    await loadStrategy(desk.served.database, [nextEdition(afterNext!)]);
    expect((await linksOf()).links).toEqual([]);
    await desk.served.database.query("UPDATE plan SET strategy_edition = $1", [old]);
    await desk.served.database.query("DELETE FROM strategy_edition WHERE code = $1", [afterNext]);
  });

  it("of a shared objective are carried over once, for the plans of all members", async () => {
    const { shared } = desk.world.sections;
    const { beta } = desk.world.plans;
    await write("RA5.1.2", shared);
    const [link] = (await linksOf()).links;
    await carry([{ objectiveId: link!.objective.id, code: "RA5.1.2", to: "RA5.1.1" }]);
    expect(await linksOf(betaEditor, beta)).toEqual({ edition: old, links: [] });
    expect(await itemsNow(shared)).toEqual(["RA5.1.1"]);
    const answer = await carry([], { person: betaEditor, planId: beta });
    expect(answer.data.carryOverLinks).toEqual({ strategyEdition: next });
    await desk.edit((text) => text.delete(0, text.length));
  });

  it("are written beside what somebody else writes in the same objective meanwhile", async () => {
    await write("RA4.1.1 RA3.2.2");
    const { log, reading } = await readLog(desk.served.database, desk.sectionId);
    const colleague = openText(reading);
    const typed: Uint8Array[] = [];
    colleague.on("update", (update: Uint8Array) => typed.push(update));
    const objective = fragmentOf(colleague).get(0) as Y.XmlElement;
    const { links } = await linksOf();
    await carry(links.map(({ code, objective }) => ({ objectiveId: objective.id, code, to: "RA1.1.1" })));
    // Of a device that was offline.
    objective.setAttribute("responsible", "Ufficio unico");
    ((objective.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Nuovo ");
    const updates = new UpdateLog(desk.served.database);
    const seq = (await readLog(desk.served.database, desk.sectionId)).reading!.seq + 1;
    const claims = new Map([[colleague.clientID, desk.colleague.id]]);
    const place = { sectionId: desk.sectionId, log, seq, claims };
    await updates.append([{ ...place, updates: typed.map((bytes) => ({ bytes, authorId: null })) }]);
    const now = openText((await readLog(desk.served.database, desk.sectionId)).reading);
    expect(objectivesIn(fragmentOf(now), 2026)).toMatchObject([
      { title: "Nuovo RA4.1.1 RA3.2.2", responsible: "Ufficio unico", items: ["RA1.1.1"] },
    ]);
  });

  it("decided by two at once are written once, and who comes second finds nothing left to do", async () => {
    await write("RA4.1.1");
    const [link] = (await linksOf()).links;
    const decision = { objectiveId: link!.objective.id, code: "RA4.1.1" };
    const answers = await Promise.all([
      carry([{ ...decision, to: "RA1.1.1" }]),
      carry([{ ...decision, to: "RA1.1.2" }], { person: desk.colleague }),
    ]);
    expect(answers.map(({ data }) => data.carryOverLinks.strategyEdition)).toEqual([next, next]);
    expect(["RA1.1.1", "RA1.1.2"]).toContain((await itemsNow())[0]);
  });
});

describe("nothing is written", () => {
  it("of half an objective, of an item that the edition does not have, or against another edition", async () => {
    await write("RA4.1.1 RA3.2.2");
    const [link] = (await linksOf()).links;
    const objectiveId = link!.objective.id;
    const half = [{ objectiveId, code: "RA4.1.1", to: null }];
    const all = (to: string | null) => [...half, { objectiveId, code: "RA3.2.2", to }];
    const faults = async (...asked: Parameters<typeof carry>) => {
      const { errors } = await carry(...asked);
      return errors?.map(({ extensions }) => [extensions.code, extensions.details]);
    };
    expect(await faults(half)).toMatchObject([["BAD_INPUT", { fault: "LINK_UNDECIDED" }]]);
    for (const to of ["RA4.1.1", "X", "\u0000", ""])
      expect(await faults(all(to))).toMatchObject([["BAD_INPUT", { fault: "STRATEGY_ITEM" }]]);
    for (const edition of ["1999", "2030-2032"])
      expect(await faults(all(null), { edition })).toMatchObject([["BAD_INPUT", { fault: "EDITION" }]]);
    expect((await carry(Array.from({ length: 501 }, () => half[0]!))).codes).toEqual(["BAD_INPUT"]);
    expect(await itemsNow()).toEqual(["RA4.1.1 RA3.2.2"]);
    expect((await linksOf()).links).toHaveLength(2);
  });

  it("[T01] by who may not write the plan or the section, nor in a section or a plan that is shut", async () => {
    await write("RA4.1.1");
    const [link] = (await linksOf()).links;
    const decisions = [{ objectiveId: link!.objective.id, code: "RA4.1.1", to: null }];
    const codes = async (person: TestPerson) => (await carry(decisions, { person })).codes;
    expect(await codes(desk.auditor)).toEqual(["NOT_YOUR_ROLE"]);
    expect(await codes(betaEditor)).toEqual(["NOT_FOUND"]);
    const own = desk.sectionId;
    // An objective of a text that is not in the plan is none, as one that does not exist.
    await write("RA4.1.1", desk.world.sections.farDraft);
    await projectStale(desk.served.database);
    const foreign = await desk.served.database
      .getRepository(Objective)
      .findOneByOrFail({ sectionId: desk.world.sections.farDraft });
    for (const objectiveId of [foreign.id, crypto.randomUUID(), "x"])
      expect((await carry([{ ...decisions[0]!, objectiveId }])).codes).toEqual(["NOT_FOUND"]);
    await desk.served.database.query("UPDATE section SET state = 'VALIDATED' WHERE id = $1", [own]);
    expect((await linksOf()).links).toMatchObject([{ mayDecide: false }]);
    expect(await codes(desk.editor)).toEqual(["NOT_IN_THIS_STATE"]);
    // Nor does the plan go ahead of a link that nobody can decide.
    expect((await carry([])).data.carryOverLinks).toEqual({ strategyEdition: old });
    await desk.served.database.getRepository(Plan).update(desk.world.plans.alfa, { state: "PUBLISHED" });
    expect((await carry([])).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect(await itemsNow(own)).toEqual(["RA4.1.1"]);
  });
});
