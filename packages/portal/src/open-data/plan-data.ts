import type { AdoptedPlan } from "@upiao/document";
import { publicPlanPath } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { PublicObjective } from "../indicators/read-objectives.ts";
import { inForce, type PublishedAdoption, type PublishedPlan } from "../plan/published-plan.ts";
import { moment, noValueReason } from "./data-tables.ts";
import { bodyIdentifier, identifiersOf } from "./identifiers.ts";
import { dataVersion, licenceAddress, schemaPath } from "./licence.ts";

interface SectionWords {
  readonly position: number;
  readonly number: string;
  readonly title: string;
  readonly words: string;
}

export function readWords(database: DataSource, adoptionId: string): Promise<SectionWords[]> {
  return database.query(
    `SELECT t.position, t.number, t.title, t.words FROM published_text t
       JOIN publication p ON p.adoption_id = t.adoption_id WHERE t.adoption_id = $1 ORDER BY t.position`,
    [adoptionId],
  );
}

interface Parts {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
  readonly content: AdoptedPlan;
  readonly words: readonly SectionWords[];
  readonly objectives: readonly PublicObjective[];
}

/** A plan as data, in the shape of the schema that `plan-schema.ts` publishes. */
export function planData({ plan, adoption, content, words, objectives }: Parts, site: string) {
  const { body, firstYear } = plan;
  const ids = identifiersOf(plan, site);
  const own = site + publicPlanPath(body, firstYear, adoption.amendment);
  const texts = content.parts.flatMap((part) => part.texts);
  return {
    $schema: site + schemaPath,
    version: dataVersion,
    licence: licenceAddress,
    id: ids.plan,
    versionId: ids.version(adoption.amendment),
    body: {
      id: bodyIdentifier(body, site),
      name: body.name,
      type: body.type,
      istatCode: body.istatCode,
      ipaCode: body.ipaCode,
      provinceSign: body.provinceSign,
    },
    firstYear,
    lastYear: content.lastYear,
    form: content.form,
    amendment: adoption.amendment,
    isInForce: inForce(plan).id === adoption.id,
    act: {
      kind: adoption.actKind,
      number: adoption.actNumber,
      day: adoption.actDay,
      file: `${own}/atto`,
    },
    reason: adoption.reason,
    publishedAt: moment(adoption.publishedAt),
    canonical: `${own}/piano.json`,
    sha256: adoption.sha256,
    dup: content.dup,
    peg: content.peg,
    sections: words.map(({ position, number, title, words: text }) => ({
      id: `${own}#testo-${position}`,
      ...{ number, title },
      isShared: texts[position - 1]?.shared ?? false,
      text,
    })),
    objectives: objectives.map((objective) => objectiveData(objective, ids)),
  };
}

function objectiveData({ number, record, readings }: PublicObjective, ids: ReturnType<typeof identifiersOf>) {
  const { key, title, responsible, items, dup, peg, budget, service, call, indicators } = record;
  return {
    ...{ id: ids.objective(key), key, sectionNumber: number, title, responsible },
    ...{ strategyItems: items, dup, peg, budget, service, call },
    indicators: indicators.map((indicator) => ({
      ...{ id: ids.indicator(indicator.key), key: indicator.key, name: indicator.name },
      ...{ unit: indicator.unit, direction: indicator.direction, baseline: indicator.baseline },
      source: indicator.source,
      measuredBy: indicator.measuredBy ?? "EACH",
      targets: indicator.targets.map(({ year, value }) => ({ year, value })),
      measurements: readings
        .filter((reading) => reading.key === indicator.key)
        .map(({ year, round, value }) => ({ year, round, value, noValueReason: noValueReason(value) })),
    })),
  };
}
