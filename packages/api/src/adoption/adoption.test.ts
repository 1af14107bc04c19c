import { createHash } from "node:crypto";
import {
  Adoption,
  Annulment,
  FundingCall,
  Notification,
  Plan,
  PublishedObjective,
  PublishedText,
  Section,
} from "@upiao/db";
import type { AdoptedPlan } from "@upiao/document";
import { dayInItaly, type State } from "@upiao/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";
import { writeText } from "../../test/write-text.ts";
import { findAuditFault } from "../audit/verify-audit.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { dropUnusedFiles } from "./drop-unused-files.ts";

let served: Served;
let world: World;
let writer: TestPerson;
let secretary: TestPerson;
let otherSecretary: TestPerson;
let reviewer: TestPerson;
let firstYear = 2040;

/** A validated plan of Alfa's in years of its own, with a text of its own, the shared one and an empty section. */
let planId: string;
let own: string;
let shared: string;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const { lead, alfa, beta } = world.bodies;
  writer = await makePerson(served.database, "Wanda", [{ bodyId: alfa, role: "EDITOR" }]);
  secretary = await makePerson(served.database, "Sara", [{ bodyId: alfa, role: "SECRETARY" }]);
  otherSecretary = await makePerson(served.database, "Sofia", [{ bodyId: beta, role: "SECRETARY" }]);
  reviewer = await makePerson(served.database, "Vera", [{ bodyId: lead, role: "REVIEWER" }]);
});

afterAll(() => served.close());

beforeEach(async () => {
  firstYear += 1;
  planId = await newPlan(world.bodies.alfa);
  own = await newSection({ planId, code: "2.1" }, `## Servizi\n\nTre sportelli *in rete*.\n\n${objective}`);
  shared = await newSection(
    { officeId: world.officeId, code: "STRATEGIA" },
    "La strategia di [tutti](piao:2.1).",
  );
  await makeSection(served.database, "vuota", { planId, code: "2.2", firstYear });
});

const key = "11111111-2222-4333-8444-555555555555";
const objective = `\`\`\`objective\n${JSON.stringify({
  title: "Servizi in rete",
  attributes: { key, items: "RA3.2.2" },
  indicators: [
    {
      name: "Servizi",
      attributes: { key: key.replace("1", "2"), unit: "NUMBER", direction: "UP", target1: "8" },
    },
  ],
})}\n\`\`\``;

async function newPlan(bodyId: string): Promise<string> {
  const plan = { bodyId, firstYear, form: "FULL", placement: "LUCCA", state: "VALIDATED" } as const;
  return (await served.database.getRepository(Plan).save({ ...plan })).id;
}

async function newSection(
  of: { planId?: string; officeId?: string; code: string },
  text: string,
): Promise<string> {
  const id = await makeSection(served.database, of.code, { ...of, firstYear, state: "VALIDATED" });
  await writeText(served.database, id, text, writer.id);
  return id;
}

/** `PUT /atti/…`, as the page does it. */
async function sendFile(
  person: TestPerson,
  plan: string,
  bytes: string | Uint8Array<ArrayBuffer> = "%PDF-1.7\nAtto",
) {
  const response = await fetch(new URL(`/atti/${plan}`, served.url), {
    method: "PUT",
    body: bytes,
    headers: {
      authorization: `Bearer ${person.token}`,
      "x-file-name": encodeURIComponent("Delibera n. 4.pdf"),
    },
  });
  const answer = (await response.json()) as { id?: string; errors?: { extensions: { code: string } }[] };
  return { status: response.status, id: answer.id ?? "", code: answer.errors?.[0]?.extensions.code };
}

const fields = `state amendment adoptions {
  amendment actKind actNumber actDay reason sha256 publishedAt publicPath }`;

async function adopt(person: TestPerson, changes: object = {}, plan = planId): Promise<Answer> {
  const { id: fileId } = await sendFile(person, plan);
  const act = { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28", fileId, ...changes };
  return ask(
    served,
    `mutation ($id: ID!, $act: ActInput!) { adoptPlan(planId: $id, act: $act) { ${fields} } }`,
    { token: person.token, variables: { id: plan, act } },
  );
}

function publish(person: TestPerson, plan = planId): Promise<Answer> {
  return ask(served, `mutation ($id: ID!) { publishPlan(planId: $id) { ${fields} } }`, {
    token: person.token,
    variables: { id: plan },
  });
}

function annul(person: TestPerson, reason = "Numero sbagliato.", plan = planId): Promise<Answer> {
  return ask(
    served,
    `mutation ($id: ID!, $reason: String!) { annulAdoption(planId: $id, reason: $reason) { ${fields} steps { action reason } } }`,
    { token: person.token, variables: { id: plan, reason } },
  );
}

function amend(person: TestPerson, sectionIds: readonly string[], reason = "Nuovo avviso."): Promise<Answer> {
  return ask(
    served,
    `mutation ($id: ID!, $sectionIds: [ID!]!, $reason: String!) {
      amendPlan(planId: $id, sectionIds: $sectionIds, reason: $reason) { ${fields} } }`,
    { token: person.token, variables: { id: planId, sectionIds, reason } },
  );
}

async function stateOf(id: string): Promise<State> {
  return (await served.database.getRepository(Section).findOneByOrFail({ id })).state;
}

async function adopted(
  amendment = 0,
  plan = planId,
): Promise<{ plan: AdoptedPlan; bytes: Buffer; sha256: Buffer }> {
  const { content, sha256 } = await served.database.getRepository(Adoption).findOneOrFail({
    where: { planId: plan, amendment },
    select: { id: true, content: true, sha256: true },
  });
  return { plan: JSON.parse(content.toString()) as AdoptedPlan, bytes: content, sha256 };
}

const outlineOf = ({ parts }: AdoptedPlan) =>
  parts.map(({ number, texts }) => [
    number,
    ...texts.map(({ code, shared }) => (shared ? `${code}*` : code)),
  ]);

async function makeShared(state: State): Promise<void> {
  await served.database.query(
    `INSERT INTO workflow_step (section_id, action, from_state, to_state, by_user_id, body_id, role, version_id)
     SELECT $1, 'VALIDATE', 'SUBMITTED', 'VALIDATED', $2, $3, 'REVIEWER',
       (SELECT id FROM version WHERE section_id = $1 ORDER BY number DESC LIMIT 1)`,
    [shared, reviewer.id, world.bodies.lead],
  );
  await served.database.query("UPDATE section SET state = $2, adopted_at = NULL WHERE id = $1", [
    shared,
    state,
  ]);
}

describe("a validated plan", () => {
  it("[T41] is adopted by its act as one whole, whose hash is that of the bytes that are kept", async () => {
    const { data, codes } = await adopt(secretary);
    expect(codes).toEqual([]);
    const { plan, bytes, sha256 } = await adopted();
    expect(data.adoptPlan).toMatchObject({ state: "ADOPTED", amendment: 0 });
    expect(data.adoptPlan.adoptions).toEqual([
      {
        amendment: 0,
        actKind: "DELIBERAZIONE_GIUNTA",
        actNumber: "4",
        actDay: "2026-01-28",
        reason: null,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        publishedAt: null,
        publicPath: null,
      },
    ]);
    expect(sha256.toString("hex")).toBe(data.adoptPlan.adoptions[0]!.sha256);
    expect(outlineOf(plan)).toEqual([["2"], ["2.1", "2.1"], ["2.4", "STRATEGIA*"]]);
    expect(plan.act.file).toBe(createHash("sha256").update("%PDF-1.7\nAtto").digest("hex"));
    expect(JSON.stringify(plan)).toContain("Tre sportelli ");
    // A reference stays a code: the parts and their numbers stand beside it.
    expect(JSON.stringify(plan)).toContain('{"attrs":{"href":"piao:2.1"},"type":"link"}');
    expect([await stateOf(own), await stateOf(shared)]).toEqual(["ADOPTED", "ADOPTED"]);
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
    expect(await findAuditFault(served.database, world.officeId)).toBeNull();
  });

  it("is adopted by its secretary alone, once, and with an act that is one", async () => {
    expect((await adopt(writer)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await adopt(otherSecretary)).codes).toEqual(["NOT_FOUND"]);
    const wrong = async (changes: object) => (await adopt(secretary, changes)).codes;
    expect(await wrong({ kind: "DECRETO_PRESIDENTE" })).toEqual(["BAD_INPUT"]);
    expect(await wrong({ number: " " })).toEqual(["BAD_INPUT"]);
    expect(await wrong({ day: "2026-02-30" })).toEqual(["BAD_INPUT"]);
    expect(await wrong({ day: dayInItaly(new Date(Date.now() + 2 * 86_400_000)) })).toEqual(["BAD_INPUT"]);
    expect(await wrong({ fileId: own })).toEqual(["BAD_INPUT"]);
    const { errors } = await adopt(secretary, { kind: "DECRETO_PRESIDENTE", number: " ", day: "ieri" });
    const { details, others } = errors[0]!.extensions;
    const told = [details, ...others!.map((other) => other.details)];
    expect(told.map(({ field, fault }) => [field, fault])).toEqual([
      ["kind", "ACT_KIND"],
      ["number", "MISSING"],
      ["day", "DAY"],
    ]);
    const both = await Promise.all([adopt(secretary), adopt(secretary)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["NOT_IN_THIS_STATE"]);
  });

  it("is not adopted with a section that was never validated, and nothing of it is kept", async () => {
    await served.database.getRepository(Section).update(shared, { state: "SUBMITTED" });
    const refused = await adopt(secretary);
    expect(refused.codes).toEqual(["SECTIONS_NOT_VALIDATED"]);
    expect(refused.body).toContain("Segreto STRATEGIA.");
    expect([await stateOf(own), await served.database.getRepository(Adoption).countBy({ planId })]).toEqual([
      "VALIDATED",
      0,
    ]);
  });

  it("has the shared section as it was validated, also while that is being amended for others", async () => {
    await adopt(secretary);
    await publish(secretary);
    const betas = await newPlan(world.bodies.beta);
    await makeShared("DRAFT");
    await writeText(served.database, shared, "Parole non ancora validate.", writer.id);
    expect((await adopt(otherSecretary, {}, betas)).codes).toEqual([]);
    const { plan } = await adopted(0, betas);
    expect(outlineOf(plan)).toEqual([["2"], ["2.4", "STRATEGIA*"]]);
    expect(JSON.stringify(plan)).not.toContain("non ancora validate");
    expect(await stateOf(shared)).toBe("DRAFT");
  });
});

describe("the file of an act", () => {
  it("[T31] is a PDF or a signed file of whoever adopts, and is read by the readers of the plan", async () => {
    expect(await sendFile(secretary, planId, "<script>")).toMatchObject({ status: 400, code: "BAD_INPUT" });
    expect(await sendFile(secretary, planId, new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      code: "TOO_COMPLEX",
    });
    expect(await sendFile(writer, planId)).toMatchObject({ status: 403, code: "NOT_YOUR_ROLE" });
    expect(await sendFile(otherSecretary, planId)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    const { id } = await sendFile(secretary, planId);
    const read = (person: TestPerson | null) =>
      fetch(new URL(`/atti/${planId}/${id}`, served.url), {
        headers: person ? { authorization: `Bearer ${person.token}` } : {},
      });
    const response = await read(writer);
    expect([response.status, response.headers.get("content-disposition")]).toEqual([
      200,
      'attachment; filename="Delibera n. 4.pdf"',
    ]);
    expect(response.headers.get("content-security-policy")).toBe("sandbox");
    expect(await response.text()).toBe("%PDF-1.7\nAtto");
    expect((await read(otherSecretary)).status).toBe(404);
    expect((await read(null)).status).toBe(401);
  });
});

it("[T31] a file that no plan was adopted with goes after a day, and no other", async () => {
  const { id: unused } = await sendFile(secretary, planId);
  await adopt(secretary);
  const kept = async () => {
    const rows: { id: string }[] = await served.database.query("SELECT id FROM act_file WHERE plan_id = $1", [
      planId,
    ]);
    return rows.map(({ id }) => id);
  };
  await dropUnusedFiles(served.database);
  expect(await kept()).toHaveLength(2);
  await served.database.transaction(async (tx) => {
    await tx.query("SET LOCAL session_replication_role = replica");
    await tx.query("UPDATE act_file SET at = now() - interval '25 hours' WHERE plan_id = $1", [planId]);
  });
  await dropUnusedFiles(served.database);
  expect(await kept()).toHaveLength(1);
  expect(await kept()).not.toContain(unused);
});

describe("an adopted plan", () => {
  it("is published with its texts and objectives, and told to those whom it concerns", async () => {
    expect((await publish(secretary)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    await adopt(secretary);
    expect((await publish(writer)).codes).toEqual(["NOT_YOUR_ROLE"]);
    const { data } = await publish(secretary);
    expect(data.publishPlan.state).toBe("PUBLISHED");
    const [adoption] = data.publishPlan.adoptions;
    expect(adoption).toMatchObject({ publishedAt: expect.any(String) });
    expect(adoption!.publicPath).toBe(`/pubblico/enti/${world.bodies.alfa}/${firstYear}/originale`);
    const texts = await served.database
      .getRepository(PublishedText)
      .find({ where: { adoption: { planId } }, order: { position: "ASC" } });
    expect(texts.map(({ number, words }) => [number, words.split("\n")[0]])).toEqual([
      ["2.1", "Servizi"],
      ["2.4", "La strategia di tutti."],
    ]);
    const objectives = await served.database
      .getRepository(PublishedObjective)
      .findBy({ textId: texts[0]!.id });
    expect(objectives).toMatchObject([{ key, title: "Servizi in rete", items: ["RA3.2.2"] }]);
    const told = await served.database
      .getRepository(Notification)
      .find({ where: { planId }, relations: { user: true } });
    expect(told.map(({ kind, user }) => `${kind} ${user.name}`).sort()).toEqual([
      "ADOPTED Wanda",
      "PUBLISHED Vera",
      "PUBLISHED Wanda",
    ]);
    const jobs: { task_identifier: string }[] = await served.database.query(
      "SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = 'writePublishedFiles'",
    );
    expect(jobs.length).toBeGreaterThan(0);
  });
});

describe("an adoption with a wrong act", () => {
  it("is annulled with a reason before it is published, stays on record, and the same text is adopted again", async () => {
    await adopt(secretary, { number: "40" });
    const wrong = await adopted();
    expect((await annul(secretary, " ")).codes).toEqual(["BAD_INPUT"]);
    expect((await annul(writer)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await annul(otherSecretary)).codes).toEqual(["NOT_FOUND"]);
    const { data, codes } = await annul(secretary);
    expect(codes).toEqual([]);
    expect(data.annulAdoption).toMatchObject({ state: "VALIDATED", adoptions: [] });
    expect(data.annulAdoption.steps[0]).toEqual({ action: "ANNUL", reason: "Numero sbagliato." });
    expect([await stateOf(own), await stateOf(shared)]).toEqual(["VALIDATED", "VALIDATED"]);
    expect((await annul(secretary)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect((await publish(secretary)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    const { content, ...kept } = await served.database.getRepository(Annulment).findOneOrFail({
      where: { planId },
      select: { adoptionId: true, actNumber: true, actFileId: true, reason: true, content: true },
    });
    expect(kept).toMatchObject({ actNumber: "40", reason: "Numero sbagliato." });
    expect(content.equals(wrong.bytes)).toBe(true);
    const told = await served.database
      .getRepository(Notification)
      .find({ where: { planId, kind: "ADOPTION_ANNULLED" }, relations: { user: true } });
    expect(told.map(({ user }) => user.name)).toEqual(["Wanda"]);

    await adopt(secretary, { number: "4" });
    const right = await adopted();
    expect(right.plan.parts).toEqual(wrong.plan.parts);
    expect(right.plan.act.number).toBe("4");
    // Its file is on record with it, however old it is.
    await served.database.transaction(async (tx) => {
      await tx.query("SET LOCAL session_replication_role = replica");
      await tx.query("UPDATE act_file SET at = now() - interval '25 hours' WHERE id = $1", [kept.actFileId]);
    });
    await dropUnusedFiles(served.database);
    expect(await served.database.query("SELECT FROM act_file WHERE id = $1", [kept.actFileId])).toHaveLength(
      1,
    );
    expect((await publish(secretary)).codes).toEqual([]);
    expect((await annul(secretary)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
    expect(await findAuditFault(served.database, world.officeId)).toBeNull();
  });

  it("leaves the shared section adopted as long as another body's plan has it so", async () => {
    const betas = await newPlan(world.bodies.beta);
    await adopt(secretary);
    await adopt(otherSecretary, {}, betas);
    await annul(secretary);
    expect([await stateOf(own), await stateOf(shared)]).toEqual(["VALIDATED", "ADOPTED"]);
    await annul(otherSecretary, "Data sbagliata.", betas);
    expect(await stateOf(shared)).toBe("VALIDATED");
  });

  it("is annulled or published, whichever comes first, and never both", async () => {
    await adopt(secretary);
    const both = await Promise.all([annul(secretary), publish(secretary)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["NOT_IN_THIS_STATE"]);
    const [{ state }, published] = await Promise.all([
      served.database.getRepository(Plan).findOneByOrFail({ id: planId }),
      served.database.getRepository(PublishedText).countBy({ adoption: { planId } }),
    ]);
    expect([state, published]).toEqual(both[0]!.codes.length > 0 ? ["PUBLISHED", 2] : ["VALIDATED", 0]);
  });
});

describe("a published plan", () => {
  beforeEach(async () => {
    await adopt(secretary);
    await publish(secretary);
  });

  it("is amended beside itself: what is published stays, and the next act adopts the whole anew", async () => {
    const before = await adopted();
    expect((await amend(secretary, [own])).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await amend(writer, [own], " ")).codes).toEqual(["BAD_INPUT"]);
    expect((await amend(writer, [shared])).codes).toEqual(["NOT_FOUND"]);
    const { data } = await amend(writer, [own]);
    expect(data.amendPlan).toMatchObject({ state: "DRAFT", amendment: 1 });
    expect([await stateOf(own), await stateOf(shared)]).toEqual(["DRAFT", "PUBLISHED"]);
    await writeText(served.database, own, "E un quarto sportello.", writer.id);

    await served.database.query("UPDATE section SET state = 'VALIDATED' WHERE id = $1", [own]);
    await served.database.query("UPDATE plan SET state = 'VALIDATED' WHERE id = $1", [planId]);
    const second = await adopt(secretary, { number: "31" });
    expect(
      second.data.adoptPlan.adoptions.map(({ amendment, actNumber, reason }) => [
        amendment,
        actNumber,
        reason,
      ]),
    ).toEqual([
      [1, "31", "Nuovo avviso."],
      [0, "4", null],
    ]);
    const { data: published } = await publish(secretary);
    expect(published.publishPlan.adoptions.map(({ publicPath }) => publicPath?.split("/").at(-1))).toEqual([
      "aggiornamento-1",
      "originale",
    ]);
    expect((await adopted()).bytes.equals(before.bytes)).toBe(true);
    const after = await adopted(1);
    expect(JSON.stringify(after.plan)).toContain("quarto sportello");
    expect(outlineOf(after.plan)).toEqual(outlineOf(before.plan));
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
  });

  it("opens further sections of an amendment that is being written, and its number stays", async () => {
    await amend(writer, []);
    expect(await stateOf(own)).toBe("PUBLISHED");
    const { data } = await amend(writer, [own]);
    expect(data.amendPlan).toMatchObject({ state: "DRAFT", amendment: 1 });
    expect(await stateOf(own)).toBe("DRAFT");
  });

  it("has its shared section amended by the office, and not its own ones one by one", async () => {
    const step = (id: string) =>
      ask(
        served,
        `mutation ($id: ID!) { advanceSection(sectionId: $id, action: AMEND, reason: "Cambia il Piano triennale.") {
          state nextSteps { action } } }`,
        { token: writer.token, variables: { id } },
      );
    expect((await step(own)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect((await step(shared)).data.advanceSection).toEqual({
      state: "DRAFT",
      nextSteps: [{ action: "SUBMIT" }],
    });
  });

  it("is opened in one action where a call touches it, its shared section too, and not for who does not write it", async () => {
    firstYear = new Date().getFullYear();
    await served.database.query("DELETE FROM section WHERE office_id = $1 AND first_year = $2", [
      world.officeId,
      firstYear,
    ]);
    await served.database.query(
      "UPDATE plan SET first_year = 1 + first_year + 50 WHERE body_id = $1 AND first_year = $2",
      [world.bodies.alfa, firstYear],
    );
    await served.database.query("UPDATE plan SET first_year = $2 WHERE id = $1", [planId, firstYear]);
    await served.database.query("UPDATE section SET first_year = $2 WHERE id = ANY ($1::uuid[])", [
      [own, shared],
      firstYear,
    ]);
    await ensureProjected(served.database, [own, shared]);
    const call = await served.database.getRepository(FundingCall).save({
      code: "AVVISO-PROVA",
      issuer: "Dipartimento",
      title: "Avviso di prova",
      recipients: ["Comuni"],
      source: "https://esempio.it",
      verified: true,
      // What is published is older than the call, and does not name it.
      items: ["RA4.1.7"],
    });
    await served.database.query("UPDATE objective SET items = '{RA3.2.2,RA4.1.7}' WHERE section_id = $1", [
      own,
    ]);
    const open = (person: TestPerson, bodyId: string) =>
      ask(
        served,
        "mutation ($callId: ID!, $bodyId: ID!) { amendForCall(callId: $callId, bodyId: $bodyId) { id state } }",
        { token: person.token, variables: { callId: call.id, bodyId } },
      );
    expect((await open(secretary, world.bodies.alfa)).codes).toEqual(["NOT_YOUR_ROLE"]);
    const { data, codes } = await open(writer, world.bodies.alfa);
    expect(codes).toEqual([]);
    expect(data.amendForCall.map(({ id, state }) => [id, state]).sort()).toEqual(
      [
        [own, "DRAFT"],
        [shared, "DRAFT"],
      ].sort(),
    );
    const plan = await served.database.getRepository(Plan).findOneByOrFail({ id: planId });
    expect([plan.state, plan.amendment]).toEqual(["DRAFT", 1]);
    expect((await open(writer, world.bodies.alfa)).codes).toEqual(["NOTHING_TO_AMEND"]);
  });
});
