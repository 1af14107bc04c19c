import { loadSectionFacts } from "@upiao/db";
import { mayReadFigures, mayReadPlan, type Post, type SectionFacts, type State } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { groupBy } from "./group-by.ts";

/** Of one body in one year: whose figures the viewer may read. */
export interface CountedBody {
  readonly bodyId: string;
  /** The plan that counts; null: none that the viewer may read, whether or not there is one. */
  readonly plan: CountedPlan | null;
  /** Its sections and the shared ones that count. */
  readonly sectionIds: readonly string[];
  /** The edition of the Piano triennale that its latest plan is written against, and so whose codes the shared sections name for
   *  it, whoever may read that plan. */
  readonly strategyEdition: string | null;
}

export interface CountedPlan {
  readonly id: string;
  readonly firstYear: number;
  readonly state: State;
}

interface Candidate {
  readonly body_id: string;
  /** Of a plan, or of an office. */
  readonly owner_id: string;
  readonly first_year: number;
  /** Null: it is shared. */
  readonly plan_state: State | null;
  readonly strategy_edition: string | null;
  readonly section_id: string | null;
}

/** What of each body counts in a year: of its plans that cover the year and that the viewer may read the latest, and the latest of
 *  each office's shared sections. What they may not read is as if it were not there. */
export async function findCounted(
  database: DataSource,
  bodyIds: readonly string[],
  year: number,
  posts: readonly Post[],
): Promise<CountedBody[]> {
  const candidates = await findCandidates(database, bodyIds, year);
  const ids = new Set(candidates.flatMap(({ section_id }) => section_id ?? []));
  const facts = await loadSectionFacts(database, [...ids]);
  const byBody = groupBy(candidates, (one) => one.body_id);
  return bodyIds.map((bodyId) => countedOf(bodyId, byBody.get(bodyId) ?? [], facts, posts));
}

/** A triennium covers its first year and the two after it. */
function findCandidates(
  database: DataSource,
  bodyIds: readonly string[],
  year: number,
): Promise<Candidate[]> {
  return database.query(
    `SELECT p.body_id, p.id AS owner_id, p.first_year, p.state AS plan_state, p.strategy_edition,
            s.id AS section_id
       FROM plan p LEFT JOIN section s ON s.plan_id = p.id
      WHERE p.body_id = ANY ($1::uuid[]) AND p.first_year BETWEEN $2::integer - 2 AND $2::integer
     UNION
     SELECT m.body_id, s.office_id, s.first_year, NULL, NULL, s.id
       FROM office_member m JOIN section s ON s.office_id = m.office_id
      WHERE m.body_id = ANY ($1::uuid[]) AND s.first_year BETWEEN $2::integer - 2 AND $2::integer
     UNION
     SELECT o.lead_body_id, s.office_id, s.first_year, NULL, NULL, s.id
       FROM associated_office o JOIN section s ON s.office_id = o.id
      WHERE o.lead_body_id = ANY ($1::uuid[]) AND s.first_year BETWEEN $2::integer - 2 AND $2::integer`,
    [bodyIds, year],
  );
}

function countedOf(
  bodyId: string,
  candidates: readonly Candidate[],
  facts: ReadonlyMap<string, SectionFacts>,
  posts: readonly Post[],
): CountedBody {
  const factsOf = (one: Candidate) => (one.section_id === null ? undefined : facts.get(one.section_id));
  const isReadable = (one: Candidate) => {
    const known = factsOf(one);
    return known !== undefined && mayReadFigures(known, bodyId, posts);
  };
  const [own, shared] = [
    candidates.filter(({ plan_state }) => plan_state !== null),
    candidates.filter(({ plan_state }) => plan_state === null),
  ];
  const plans = [...groupBy(own, (one) => one.owner_id).values()].filter((sections) => {
    const known = sections.flatMap((one) => factsOf(one) ?? []);
    return mayReadPlan({ bodyId }, known, posts) || sections.some(isReadable);
  });
  const latest = plans.flat().filter(isLatest);
  const [ofPlan] = latest;
  const offices = [...groupBy(shared.filter(isReadable), (one) => one.owner_id).values()];
  const counted = [...latest.filter(isReadable), ...offices.flatMap((sections) => sections.filter(isLatest))];
  return {
    bodyId,
    plan: ofPlan ? { id: ofPlan.owner_id, firstYear: ofPlan.first_year, state: ofPlan.plan_state! } : null,
    strategyEdition: (ofPlan ?? own.find(isLatest))?.strategy_edition ?? null,
    sectionIds: counted.map((one) => one.section_id!),
  };
}

function isLatest(one: Candidate, _index: number, all: readonly Candidate[]): boolean {
  return all.every((other) => other.first_year <= one.first_year);
}
