import { createHash } from "node:crypto";
import { assemblePlan, editSection, freezeVersion, queueFiles, writePublishedTexts } from "@upiao/api";
import { demoText, planTemplate } from "@upiao/catalog";
import { ActFile, Adoption, Plan, Publication, Section } from "@upiao/db";
import {
  type AdoptedPlan,
  fragmentName,
  hashPlan,
  markdownToUpdate,
  restoreText,
  spellPlan,
} from "@upiao/document";
import { type Act, actKindsOf, citeAct } from "@upiao/domain";
import { type DataSource, type EntityManager, In } from "typeorm";
import * as Y from "yjs";
import { actPdf } from "./act-pdf.ts";
import { type DemoAdoption, demoAdoptions, momentOf } from "./adoptions.ts";
import { demoBodies } from "./bodies.ts";
import { type Doer, findDoers } from "./doers.ts";
import { demoPlans } from "./plans.ts";
import { recordSteps } from "./record-steps.ts";

/** Under which what an amendment says is spelled, before it is written as somebody's edit. */
const goalClient = 1;

/** Writes by which acts the published plans of the demonstration were adopted and amended, with all that adopting and publishing
 *  leaves behind but its notifications: nobody is told of what was done long ago. All or none, once, and only where there are
 *  these plans, which demonstrations of earlier releases have not. Answers how many acts. */
export async function writeAdoptions(database: DataSource): Promise<number> {
  const plans = await Promise.all(demoAdoptions.map((demo) => findPlan(database, demo)));
  const found = plans.flatMap((plan) => (plan ? [plan] : []));
  const adoptions = database.getRepository(Adoption);
  if (found.length < plans.length || (await adoptions.existsBy({ planId: found[0]!.id }))) return 0;
  await database.transaction(async (tx) => {
    for (const [index, demo] of demoAdoptions.entries()) await writeAdoption(tx, found[index]!, demo);
  });
  return demoAdoptions.length;
}

function findPlan(database: DataSource, { body, firstYear }: DemoAdoption): Promise<Plan | null> {
  return database.getRepository(Plan).findOne({
    where: { body: { istatCode: demoBodies[body] }, firstYear },
    relations: { body: true },
  });
}

async function writeAdoption(tx: EntityManager, plan: Plan, demo: DemoAdoption): Promise<void> {
  const { amends, days } = demo;
  const takerOf = await findDoers(tx, demo.body);
  const own = await tx.getRepository(Section).find({ where: { planId: plan.id }, order: { code: "ASC" } });
  const moved = amends ? own.filter(({ code }) => amends.sections.includes(code)) : own;
  const move = { planId: plan.id, chain: plan.bodyId, takerOf, days };
  if (amends) {
    const { amendment, reason } = amends;
    const shut = moved.map(({ id }) => ({ id, versionId: null }));
    await recordSteps(tx, { ...move, action: "AMEND", sections: shut, reason, also: { amendment } });
    const anew = await writeAnew(tx, demo, moved, takerOf("SUBMIT"));
    await recordSteps(tx, { ...move, action: "SUBMIT", sections: anew });
    await recordSteps(tx, { ...move, action: "VALIDATE", sections: anew });
    await tx.getRepository(Plan).update(plan.id, { amendment });
    plan.amendment = amendment;
  }
  const { adoption, adopted, versions } = await adopt(tx, plan, demo, takerOf("ADOPT"));
  const sections = moved.map(({ id }) => ({ id, versionId: versions.get(id)! }));
  const also = { adoption: adoption.id, sha256: adoption.sha256.toString("hex") };
  await recordSteps(tx, { ...move, action: "ADOPT", sections, also });
  const ids = moved.map(({ id }) => id);
  await tx.getRepository(Section).update({ id: In(ids) }, { adoptedAt: adoption.at });
  await publish(tx, adoption, demo, { adopted, doer: takerOf("PUBLISH") });
  await recordSteps(tx, { ...move, action: "PUBLISH", sections, also: { adoption: adoption.id } });
}

/** Writes in these sections what the amendment says, as an edit of its writer that touches only what differs. */
async function writeAnew(
  tx: EntityManager,
  { body, firstYear }: DemoAdoption,
  sections: readonly Section[],
  { userId }: Doer,
): Promise<{ id: string; versionId: string }[]> {
  const { texts } = demoPlans.find((plan) => plan.body === body && plan.firstYear === firstYear)!;
  const written = [];
  for (const { id: sectionId, code } of sections) {
    const goal = new Y.Doc();
    Y.applyUpdate(goal, markdownToUpdate(demoText(`${texts}/${code}-aggiornamento`).markdown, goalClient));
    const change = (doc: Y.Doc) =>
      restoreText(doc.getXmlFragment(fragmentName), goal.getXmlFragment(fragmentName));
    await editSection(tx, { sectionId, userId, change });
    goal.destroy();
    const version = await freezeVersion(tx, { sectionId, kind: "FROZEN", byUserId: userId });
    written.push({ id: sectionId, versionId: version.id });
  }
  return written;
}

async function adopt(tx: EntityManager, plan: Plan, demo: DemoAdoption, { userId }: Doer) {
  const day = demo.days.ADOPT!;
  const act: Act = { kind: actKindsOf(plan.body.type)[0]!, number: demo.actNumber, day };
  const file = await fileAct(tx, plan, act, userId);
  const cited = { ...act, file: file.sha256.toString("hex") };
  const { plan: adopted, texts } = await assemblePlan(tx, plan, planTemplate(), { userId, act: cited });
  const spelled = spellPlan(adopted);
  const adoption = await tx.getRepository(Adoption).save({
    ...{ planId: plan.id, amendment: plan.amendment, reason: demo.amends?.reason ?? null },
    ...{ actKind: act.kind, actNumber: act.number, actDay: day, actFileId: file.id },
    ...{ content: Buffer.from(spelled), sha256: Buffer.from(await hashPlan(spelled)) },
    ...{ byUserId: userId, at: momentOf(day) },
  });
  return { adoption, adopted, versions: new Map(texts.map((text) => [text.section.id, text.versionId])) };
}

function fileAct(tx: EntityManager, plan: Plan, act: Act, byUserId: string): Promise<ActFile> {
  const year = act.day.slice(0, 4);
  const bytes = actPdf([
    "Atto dimostrativo",
    plan.body.name,
    citeAct(act),
    `Piano integrato di attività e organizzazione ${plan.firstYear}-${plan.firstYear + 2}`,
    plan.amendment === 0 ? "Adozione" : `Aggiornamento n. ${plan.amendment}`,
    "Questo atto è inventato e non ha alcun valore.",
  ]);
  return tx.getRepository(ActFile).save({
    ...{ planId: plan.id, name: `Atto dimostrativo n. ${act.number} del ${year}.pdf` },
    ...{ mediaType: "application/pdf", bytes, sha256: createHash("sha256").update(bytes).digest() },
    ...{ byUserId, at: momentOf(act.day) },
  });
}

async function publish(
  tx: EntityManager,
  { id: adoptionId }: Adoption,
  { days }: DemoAdoption,
  { adopted, doer }: { readonly adopted: AdoptedPlan; readonly doer: Doer },
): Promise<void> {
  const at = momentOf(days.PUBLISH!);
  await tx.getRepository(Publication).insert({ adoptionId, byUserId: doer.userId, at });
  await writePublishedTexts(tx, adoptionId, adopted);
  await queueFiles(tx, adoptionId);
}
