import { AssociatedOffice, Body, OfficeMember, Plan, Section } from "@upiao/db";
import { type BodyType, type State, searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";

const bodyKeys = ["lead", "alfa", "beta", "gone", "far"] as const;
export type BodyKey = (typeof bodyKeys)[number];

/** Sections, by whose they are and in what state. Their titles begin with «Segreto» and their key. */
export type SectionKey =
  | "shared"
  | "sharedAdopted"
  | "sharedAdoptedLater"
  | "alfaDraft"
  | "alfaSubmitted"
  | "betaDraft"
  | "goneDraft"
  | "farDraft";

/** A Province that leads an office, two Comuni in it, one that has left, and one that has nothing to do with it. */
export interface World {
  readonly bodies: Record<BodyKey, string>;
  readonly officeId: string;
  readonly plans: Record<BodyKey, string>;
  readonly sections: Record<SectionKey, string>;
}

export async function makeWorld(database: DataSource): Promise<World> {
  const bodies = {
    lead: await makeBody(database, "Provincia di Prova", "PROVINCIA"),
    alfa: await makeBody(database, "Alfa sul Serchio"),
    beta: await makeBody(database, "Beta a Mare"),
    gone: await makeBody(database, "Gone Vecchia"),
    far: await makeBody(database, "Lontano"),
  };
  const office = await database.getRepository(AssociatedOffice).save({
    name: "Ufficio di Prova",
    leadBodyId: bodies.lead,
    conventionAct: "Convenzione n. 1",
    conventionDate: "2022-01-01",
  });
  const members = database.getRepository(OfficeMember);
  for (const key of ["alfa", "beta"] as const) {
    await members.insert({ officeId: office.id, bodyId: bodies[key], joinedOn: "2022-01-01" });
  }
  await members.insert({
    officeId: office.id,
    bodyId: bodies.gone,
    joinedOn: "2022-01-01",
    leftAt: new Date("2025-06-01T00:00:00Z"),
  });
  const plans = {} as Record<BodyKey, string>;
  for (const key of bodyKeys) plans[key] = await makePlan(database, bodies[key], `Segreto piano ${key}`);

  const inOffice = { officeId: office.id };
  const sections: Record<SectionKey, string> = {
    shared: await makeSection(database, "shared", { ...inOffice, code: "STRATEGIA" }),
    sharedAdopted: await makeSection(database, "sharedAdopted", {
      ...inOffice,
      code: "STRATEGIA",
      firstYear: 2023,
      state: "ADOPTED",
      adoptedAt: new Date("2024-01-01T00:00:00Z"),
    }),
    sharedAdoptedLater: await makeSection(database, "sharedAdoptedLater", {
      ...inOffice,
      code: "STRATEGIA",
      firstYear: 2024,
      state: "ADOPTED",
      adoptedAt: new Date("2025-09-01T00:00:00Z"),
    }),
    alfaDraft: await makeSection(database, "alfaDraft", { planId: plans.alfa, code: "2.1" }),
    alfaSubmitted: await makeSection(database, "alfaSubmitted", {
      planId: plans.alfa,
      code: "2.2",
      state: "SUBMITTED",
    }),
    betaDraft: await makeSection(database, "betaDraft", { planId: plans.beta, code: "INTEGRAZIONE" }),
    goneDraft: await makeSection(database, "goneDraft", { planId: plans.gone, code: "2.1" }),
    farDraft: await makeSection(database, "farDraft", { planId: plans.far, code: "2.1" }),
  };
  return { bodies, officeId: office.id, plans, sections };
}

export async function makeBody(
  database: DataSource,
  name: string,
  type: BodyType = "COMUNE",
): Promise<string> {
  const body = await database.getRepository(Body).save({ name, type, searchName: searchName(name) });
  return body.id;
}

export async function makePlan(
  database: DataSource,
  bodyId: string,
  dup: string | null = null,
): Promise<string> {
  const plan = await database
    .getRepository(Plan)
    .save({ bodyId, firstYear: 2026, form: "FULL" as const, placement: "LUCCA" as const, dup });
  return plan.id;
}

export interface SectionParts {
  readonly code: string;
  readonly planId?: string;
  readonly officeId?: string;
  readonly firstYear?: number;
  readonly state?: State;
  readonly adoptedAt?: Date;
}

export async function makeSection(database: DataSource, key: string, parts: SectionParts): Promise<string> {
  const section = await database
    .getRepository(Section)
    .save({ title: `Segreto ${key}.`, firstYear: 2026, ...parts });
  return section.id;
}
