import type { Growth } from "@upiao/bus";
import { CarriedObjective, Objective, Plan, StrategyItem } from "@upiao/db";
import { relinkObjectives } from "@upiao/document";
import { badInput, isOpenToChange, mayWritePlan, Refusal } from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import type * as Y from "yjs";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf } from "../coediting/open-text.ts";
import type { Context } from "../context.ts";
import { projectStaleWithin } from "../objective/ensure-projected.ts";
import { postsOf } from "../people/posts-of.ts";
import { readableSectionsOf, readPlan } from "../plan/read-plan.ts";
import { lockSectionToEdit } from "../version/lock-section-to-edit.ts";
import { type ChangedLink, findChangedLinks } from "./find-changed-links.ts";
import { findNewerEdition } from "./find-edition.ts";
import type { LinkDecision } from "./link-decision.ts";

type Decision = Required<LinkDecision>;

interface Asked {
  readonly planId: string;
  /** The newest, to which the links go. */
  readonly edition: string;
  readonly decisions: readonly Decision[];
}

interface Decided {
  readonly objective: Objective;
  /** For each of its changed links what it becomes. */
  readonly links: ReadonlyMap<string, string | null>;
}

/** Writes into the texts what was decided of links that a new edition has changed, as an edit of who decides, and moves the plan to
 *  that edition once none is left: all or nothing. */
export async function carryOverLinks(context: Context, asked: Asked): Promise<Plan> {
  const { userId } = context.signedIn;
  const sections = await readableSectionsOf(context, await readPlan(context, asked.planId));
  const sectionIds = sections.map(({ id }) => id);
  const { plan, grown } = await context.change(async (tx) => {
    const plan = await lockPlanToWrite(tx, asked.planId, userId);
    // Somebody else has come to the end of it.
    if (plan.strategyEdition === asked.edition) return { plan, grown: [] };
    const newest = plan.strategyEdition && (await findNewerEdition(tx, plan.strategyEdition));
    if (!plan.strategyEdition || !newest || newest.code !== asked.edition)
      throw badInput("edition", "EDITION");
    const touched = await sectionsOf(tx, asked.decisions, sectionIds);
    const chains = new Map<string, string>();
    for (const id of touched) {
      const { section, facts } = await lockSectionToEdit(tx, id, userId);
      chains.set(id, chainOf(section, facts));
    }
    await projectStaleWithin(tx, sectionIds);
    const place = { sectionIds, edition: plan.strategyEdition, newest: newest.code };
    const links = await findChangedLinks(tx, place);
    const decided = decide(links, asked.decisions);
    await refuseUnknown(tx, newest.code, decided);
    await keepCarried(tx, newest.code, decided);
    for (const [sectionId, chain] of chains) {
      if (!decided.some(({ objective }) => objective.sectionId === sectionId)) continue;
      const subject = { section: sectionId, plan: plan.id, from: place.edition, to: newest.code };
      await recordAudit(tx, { chain, userId, action: "section.CARRY_OVER", subject });
    }
    const left = links.length - decided.reduce((sum, one) => sum + one.links.size, 0);
    if (left === 0) await movePlan(tx, plan, newest.code, userId);
    return { plan, grown: await writeInTexts(tx, touched, decided, userId) };
  });
  for (const [sectionId, growth] of grown) context.parts.bus.grown(sectionId, growth);
  return plan;
}

async function lockPlanToWrite(tx: EntityManager, id: string, userId: string): Promise<Plan> {
  const plan = await tx.getRepository(Plan).findOne({ where: { id }, lock: { mode: "for_no_key_update" } });
  if (!plan) throw new Refusal("NOT_FOUND");
  if (!mayWritePlan(plan, await postsOf(tx, userId))) throw new Refusal("NOT_YOUR_ROLE");
  if (!isOpenToChange(plan.state)) throw new Refusal("NOT_IN_THIS_STATE");
  return plan;
}

/** The sections of the objectives that are decided about, in one order for everybody: two people wait for each other, never in a
 *  circle. NOT_FOUND for an objective that is in no text of the plan that the person may read. */
async function sectionsOf(
  tx: EntityManager,
  decisions: readonly Decision[],
  readable: readonly string[],
): Promise<string[]> {
  const ids = new Set(decisions.map(({ objectiveId }) => objectiveId));
  const objectives = await tx
    .getRepository(Objective)
    .findBy({ id: In([...ids]), sectionId: In([...readable]) });
  if (objectives.length < ids.size) throw new Refusal("NOT_FOUND");
  return [...new Set(objectives.map(({ sectionId }) => sectionId))].sort();
}

/** An objective is carried over whole: of half of it nobody could say of which edition its codes are. Links that are gone or have
 *  been decided meanwhile need nothing. */
function decide(links: readonly ChangedLink[], decisions: readonly Decision[]): Decided[] {
  const named = new Set(decisions.map(({ objectiveId }) => objectiveId));
  return [...named].flatMap((objectiveId) => {
    const ofObjective = links.filter(({ objective }) => objective.id === objectiveId);
    const becomes = new Map(
      decisions.filter((one) => one.objectiveId === objectiveId).map(({ code, to }) => [code, to]),
    );
    if (ofObjective.some(({ code }) => !becomes.has(code))) throw badInput("decisions", "LINK_UNDECIDED");
    const decided = ofObjective.map(({ code }) => [code, becomes.get(code) ?? null] as const);
    return decided.length > 0 ? [{ objective: ofObjective[0]!.objective, links: new Map(decided) }] : [];
  });
}

async function refuseUnknown(tx: EntityManager, edition: string, decided: readonly Decided[]): Promise<void> {
  const codes = new Set(decided.flatMap(({ links }) => [...links.values()].filter((code) => code !== null)));
  // Nobody can type these, and PostgreSQL cannot hold them.
  const asked = [...codes].filter((code) => !/\p{C}/u.test(code));
  const known = await tx.getRepository(StrategyItem).countBy({ edition, code: In(asked) });
  if (known < codes.size) throw badInput("to", "STRATEGY_ITEM");
}

async function keepCarried(tx: EntityManager, edition: string, decided: readonly Decided[]): Promise<void> {
  const carried = decided.map(({ objective: { sectionId, key } }) => ({ sectionId, key, edition }));
  await tx.getRepository(CarriedObjective).upsert(carried, ["sectionId", "key"]);
}

async function movePlan(tx: EntityManager, plan: Plan, edition: string, userId: string): Promise<void> {
  const subject = { plan: plan.id, from: plan.strategyEdition, to: edition };
  await recordAudit(tx, { chain: plan.bodyId, userId, action: "plan.CARRY_OVER", subject });
  await tx.getRepository(Plan).save(Object.assign(plan, { strategyEdition: edition }));
}

async function writeInTexts(
  tx: EntityManager,
  sectionIds: readonly string[],
  decided: readonly Decided[],
  userId: string,
): Promise<[string, Growth][]> {
  const grown: [string, Growth][] = [];
  for (const sectionId of sectionIds) {
    const here = decided.filter(({ objective }) => objective.sectionId === sectionId);
    const relinking = new Map(here.map(({ objective, links }) => [objective.key, links]));
    const change = (doc: Y.Doc) => relinkObjectives(fragmentOf(doc), relinking);
    const growth = await editSection(tx, { sectionId, userId, change });
    if (growth) grown.push([sectionId, growth]);
  }
  return grown;
}
