import { Comment, CommentThread, Opinion, Plan, Version, WorkflowStep } from "@upiao/db";
import type { VersionKind } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { freezeVersion } from "../src/version/freeze-version.ts";
import { makePerson } from "./people.ts";
import { makeSection, type World } from "./world.ts";

/** A section that was submitted, sent back and submitted again, observed and judged. */
export interface Reviewed {
  readonly name: string;
  readonly sectionId: string;
  readonly code: string;
  readonly versions: readonly { readonly id: string; readonly kind: VersionKind }[];
}

/** Sections under review of alfa and of the office, with a plan that is submitted, and who has acted on them. */
export async function makeReviewed(database: DataSource, world: World): Promise<Reviewed[]> {
  const { lead, alfa } = world.bodies;
  const { id: userId } = await makePerson(database, "Chi ha agito", []);
  const plan = await database.getRepository(Plan).save({
    bodyId: alfa,
    firstYear: 2027,
    form: "FULL" as const,
    placement: "LUCCA" as const,
    state: "SUBMITTED" as const,
  });
  const inPlan = { planId: plan.id, firstYear: 2027, state: "SUBMITTED" } as const;
  const inOffice = { officeId: world.officeId, code: "STRATEGIA" } as const;
  const parts = {
    performance: { ...inPlan, code: "2.2" },
    staff: { ...inPlan, code: "3.3" },
    sharedReviewed: { ...inOffice, firstYear: 2025, state: "SUBMITTED" },
    sharedBefore: {
      ...inOffice,
      firstYear: 2021,
      state: "ADOPTED",
      adoptedAt: new Date("2024-01-01T00:00:00Z"),
    },
  } as const;
  const reviewed = Object.entries(parts).map(async ([name, part]): Promise<Reviewed> => {
    const sectionId = await makeSection(database, name, part);
    const kept: Version[] = [];
    for (const kind of ["FROZEN", "AUTOMATIC", "FROZEN"] as const) {
      kept.push(await database.transaction((tx) => freezeVersion(tx, { sectionId, kind, byUserId: userId })));
    }
    const step = { sectionId, fromState: "DRAFT", toState: "SUBMITTED", byUserId: userId } as const;
    await database.getRepository(WorkflowStep).insert([
      { ...step, action: "REQUEST_CHANGES", bodyId: lead, role: "REVIEWER", versionId: kept[0]!.id },
      { ...step, action: "SUBMIT", bodyId: alfa, role: "EDITOR", versionId: kept[2]!.id },
    ]);
    const thread = await database.getRepository(CommentThread).save({
      sectionId,
      kind: "FINDING" as const,
      byUserId: userId,
      bodyId: alfa,
      role: "AUDITOR" as const,
      competence: "NUCLEO" as const,
    });
    await database.getRepository(Comment).insert({
      threadId: thread.id,
      byUserId: userId,
      bodyId: alfa,
      role: "AUDITOR",
      text: "Manca la fonte.",
    });
    await database.getRepository(Opinion).insert({
      ...{ sectionId, versionId: kept[0]!.id, byUserId: userId, bodyId: alfa },
      ...{ competence: "NUCLEO", verdict: "UNFAVOURABLE", text: "Manca la fonte." },
    });
    return { name, sectionId, code: part.code, versions: kept.map(({ id, kind }) => ({ id, kind })) };
  });
  return Promise.all(reviewed);
}
