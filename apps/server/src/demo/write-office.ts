import { demoText } from "@upiao/catalog";
import { AssociatedOffice, OfficeMember, Section } from "@upiao/db";
import { sectionCodes } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { DemoBody } from "./bodies.ts";

export const officeName = "Ufficio associato per la transizione digitale della Provincia di Lucca";
export const sharedText = "strategia";
export const planYear = 2026;

const members: readonly DemoBody[] = ["capannori", "barga", "gallicano", "coreglia", "fosciandora"];

/** Writes the associated office, its members and the section that they share, still without text. */
export async function writeOffice(tx: EntityManager, bodies: Record<DemoBody, string>): Promise<void> {
  const office = await tx.getRepository(AssociatedOffice).save({
    name: officeName,
    leadBodyId: bodies.lucca,
    conventionAct: "Convenzione n. 14 del 15 settembre 2025 (atto dimostrativo)",
    conventionDate: "2025-09-15",
  });
  await tx
    .getRepository(OfficeMember)
    .insert(members.map((body) => ({ officeId: office.id, bodyId: bodies[body], joinedOn: "2025-10-01" })));
  await tx.getRepository(Section).insert({
    title: demoText(sharedText).title,
    code: sectionCodes.strategy,
    firstYear: planYear,
    officeId: office.id,
  });
}
