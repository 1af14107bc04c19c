import { Adoption, type Body, type Plan, type Section } from "@upiao/db";
import type { AdoptedPlan, TextJson } from "@upiao/document";
import { dayInItaly, lastYearOf, outlinePlan } from "@upiao/domain";
import { printableDraft, printablePlan } from "@upiao/export";
import { isInPlan } from "../adoption/assemble-plan.ts";
import { readableSectionsOf, readPlan } from "../plan/read-plan.ts";
import type { Reader } from "../reader.ts";
import type { Draft, ExportParts, OnRead } from "./draft.ts";

/** A plan as far as this person may read it: as it was adopted where it is, and otherwise its texts as they stand. */
export async function draftPlan(
  parts: ExportParts,
  reader: Reader,
  planId: string,
  onRead: OnRead,
): Promise<Draft> {
  const plan = await readPlan(reader, planId);
  const body = (await reader.loaders.bodies.load(plan.bodyId))!;
  const sections = await readableSectionsOf(reader, plan);
  return (
    (await draftAdopted(parts, plan, body, sections)) ??
    (await draftWritten(parts, reader, plan, body, sections, onRead))
  );
}

/** Null for what has not been adopted, and where not everything in it may be read. */
async function draftAdopted(
  { database }: ExportParts,
  plan: Plan,
  body: Body,
  sections: readonly Section[],
): Promise<Draft | null> {
  if (plan.state !== "ADOPTED" && plan.state !== "PUBLISHED") return null;
  const adoption = await database.getRepository(Adoption).findOne({
    where: { planId: plan.id, amendment: plan.amendment },
    select: { id: true, content: true, sha256: true },
  });
  if (!adoption) return null;
  const adopted = JSON.parse(adoption.content.toString()) as AdoptedPlan;
  const sectionIds = adopted.parts.flatMap(({ texts }) => texts.map(({ section }) => section));
  const mayRead = new Set(sections.map(({ id }) => id));
  if (!sectionIds.every((id) => mayRead.has(id))) return null;
  return {
    printable: printablePlan(adopted, { sha256: adoption.sha256.toString("hex") }),
    words: [...wordsOf(plan, body), ...(plan.amendment > 0 ? ["aggiornamento", plan.amendment] : [])],
    sectionIds,
  };
}

async function draftWritten(
  { press, planTemplate }: ExportParts,
  { loaders }: Reader,
  plan: Plan,
  body: Body,
  sections: readonly Section[],
  onRead: OnRead,
): Promise<Draft> {
  const texts = new Map<string, TextJson>();
  // One after the other: a plan's texts are never all in memory in both of their forms.
  for (const { id } of sections) {
    texts.set(id, await press.readText(await loaders.textBytes.load(id)));
    loaders.textBytes.clear(id);
    await onRead(texts.size, sections.length);
  }
  const { firstYear, form, placement, placementNumber, amendment, state, dup, peg } = plan;
  const outline = outlinePlan({ template: planTemplate, form, placement, placementNumber, sections });
  return {
    printable: printableDraft({
      ...{ body, firstYear, lastYear: lastYearOf(firstYear), amendment, state, dup, peg },
      day: dayInItaly(new Date()),
      parts: outline
        .filter((line) => isInPlan(line, outline))
        .map(({ number, title, depth, sections: written }) => ({
          ...{ number, title, depth },
          texts: written.map((section) => ({
            code: section.code,
            title: section.title,
            shared: section.officeId !== null,
            content: texts.get(section.id)!,
          })),
        })),
    }),
    words: [...wordsOf(plan, body), "bozza"],
    sectionIds: sections.map(({ id }) => id),
  };
}

function wordsOf({ firstYear }: Plan, { name }: Body): (string | number)[] {
  return ["piao", name, firstYear, lastYearOf(firstYear)];
}
