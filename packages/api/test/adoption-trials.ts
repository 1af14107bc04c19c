import { createHash } from "node:crypto";
import {
  ActFile,
  Adoption,
  FundingCall,
  loadPlanReviewers,
  loadSectionFacts,
  Plan,
  Section,
} from "@upiao/db";
import { type Action, mayActOnSection, mayReadPlan, sectionCodes, whyNotStep } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import type { Asker } from "./askers.ts";
import { everyField } from "./every-field.ts";
import { makePerson } from "./people.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import { makeBody, makeSection, type World } from "./world.ts";
import { writeText } from "./write-text.ts";

/** Plans of Alfa's, each before one of the steps of an adoption, and one that was adopted. */
export async function adoptionTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const bodyId = world.bodies.alfa;
  const secretaryOf = await makeBody(database, "Ente senza persone");
  const posts = [{ bodyId: secretaryOf, role: "SECRETARY" }] as const;
  const { id: byUserId } = await makePerson(database, "Segretaria", posts);
  const rows = { adopt: "VALIDATED", annul: "ADOPTED", publish: "ADOPTED", amend: "PUBLISHED" } as const;
  const made = async (step: keyof typeof rows, firstYear: number) => {
    const plan = { bodyId, firstYear, form: "FULL", placement: "LUCCA", state: rows[step] } as const;
    const { id } = await database.getRepository(Plan).save({ ...plan });
    return { id, fileId: await handIn(served, id, byUserId) };
  };
  const plans = {
    adopt: await made("adopt", 2051),
    publish: await made("publish", 2054),
    amend: await made("amend", 2057),
    annul: await made("annul", 2060),
  };
  const written = { planId: plans.adopt.id, code: "1", firstYear: 2051, state: "VALIDATED" } as const;
  const section = await makeSection(database, "adottata", written);
  await writeText(database, section, "Il Comune.", byUserId);
  await adoptForTest(served, plans.publish, byUserId);
  await adoptForTest(served, plans.annul, byUserId);

  // Of years that the trials of figures do not ask for: what is published counts for everybody.
  const touched = await makeSection(database, "toccata", {
    officeId: world.officeId,
    code: sectionCodes.strategy,
    firstYear: new Date().getFullYear() + 1,
    state: "PUBLISHED",
  });
  const shared = (await loadSectionFacts(database, [touched])).get(touched)!;
  const call = await database.getRepository(FundingCall).save({
    code: "AVVISO-PUBBLICATI",
    issuer: "Dipartimento",
    title: "Avviso",
    recipients: ["Comuni"],
    source: "https://esempio.it",
  });

  const reviewerBodyIds = (await loadPlanReviewers(database, [plans.adopt.id])).get(plans.adopt.id)!;
  const owner = { kind: "BODY", bodyId, reviewerBodyIds } as const;
  const taking =
    (step: keyof typeof rows, action: Action): Trial["whyNot"] =>
    ({ posts }) =>
      whyNotStep(action, { state: rows[step], closed: false, adoptedAt: null, owner }, posts);
  const mayRead = ({ posts }: Asker) =>
    mayReadPlan({ bodyId }, [{ state: "VALIDATED", closed: false, adoptedAt: null, owner }], posts);
  const back = (step: keyof typeof rows) =>
    database.getRepository(Plan).update(plans[step].id, { state: rows[step], amendment: 0 });
  const fields = everyField(schema, "Plan", 1);
  return [
    {
      name: "adoptPlan",
      query: `mutation ($id: ID!, $fileId: ID!) { adoptPlan(planId: $id, act: {
        kind: DELIBERAZIONE_GIUNTA, number: "4", day: "2026-01-28", fileId: $fileId }) ${fields} }`,
      variables: plans.adopt,
      whyNot: (asker) => (mayRead(asker) ? taking("adopt", "ADOPT")(asker) : "NOT_FOUND"),
      undo: async () => {
        await forget(served, plans.adopt.id, "adoption");
        await database.getRepository(Section).update(section, { state: "VALIDATED", adoptedAt: null });
        await back("adopt");
      },
    },
    {
      name: "annulAdoption",
      query: `mutation ($id: ID!) { annulAdoption(planId: $id, reason: "Numero sbagliato.") ${fields} }`,
      variables: { id: plans.annul.id },
      whyNot: taking("annul", "ANNUL"),
      undo: async () => {
        await back("annul");
        const fileId = await handIn(served, plans.annul.id, byUserId);
        await adoptForTest(served, { id: plans.annul.id, fileId }, byUserId);
      },
    },
    {
      name: "publishPlan",
      query: `mutation ($id: ID!) { publishPlan(planId: $id) ${fields} }`,
      variables: { id: plans.publish.id },
      whyNot: taking("publish", "PUBLISH"),
      undo: async () => {
        await forget(served, plans.publish.id, "publication");
        await back("publish");
      },
    },
    {
      name: "amendPlan",
      query: `mutation ($id: ID!) { amendPlan(planId: $id, sectionIds: [], reason: "Avviso.") ${fields} }`,
      variables: { id: plans.amend.id },
      whyNot: taking("amend", "AMEND"),
      undo: () => back("amend"),
    },
    {
      name: "amendForCall",
      query:
        "mutation ($callId: ID!, $bodyId: ID!) { amendForCall(callId: $callId, bodyId: $bodyId) { id } }",
      variables: { callId: call.id, bodyId },
      whyNot: ({ posts }) =>
        mayActOnSection("read", shared, posts) ? whyNotStep("AMEND", shared, posts) : "NOTHING_TO_AMEND",
      undo: () => database.getRepository(Section).update(touched, { state: "PUBLISHED" }),
    },
    {
      name: "plan that was adopted",
      query: `query ($id: ID!) { plan(id: $id) ${everyField(schema, "Plan", 1)} }`,
      variables: { id: plans.publish.id },
      whyNot: ({ posts }) => (posts.some((post) => post.bodyId === bodyId) ? null : "NOT_FOUND"),
    },
  ];
}

async function handIn({ database }: Served, planId: string, byUserId: string): Promise<string> {
  const bytes = Buffer.from("%PDF-1.7");
  const sha256 = createHash("sha256").update(bytes).digest();
  const file = { planId, name: "atto.pdf", mediaType: "application/pdf", bytes, sha256, byUserId };
  return (await database.getRepository(ActFile).save(file)).id;
}

/** An adoption as it stands in the tables, of a plan without a text. */
async function adoptForTest(
  { database }: Served,
  { id: planId, fileId: actFileId }: { id: string; fileId: string },
  byUserId: string,
): Promise<void> {
  const act = { actKind: "DELIBERAZIONE_GIUNTA", actNumber: "4", actDay: "2026-01-28", actFileId } as const;
  const content = Buffer.from(JSON.stringify({ firstYear: 2054, parts: [] }));
  const sha256 = createHash("sha256").update(content).digest();
  await database.getRepository(Adoption).save({ planId, amendment: 0, ...act, content, sha256, byUserId });
}

/** What the database keeps for good is forgotten only with its triggers off. */
function forget({ database }: Served, planId: string, what: "adoption" | "publication"): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query("SET LOCAL session_replication_role = replica");
    const [table, key] = what === "adoption" ? ["adoption", "id"] : ["publication", "adoption_id"];
    await tx.query(`DELETE FROM ${table} WHERE ${key} IN (SELECT id FROM adoption WHERE plan_id = $1)`, [
      planId,
    ]);
  });
}
