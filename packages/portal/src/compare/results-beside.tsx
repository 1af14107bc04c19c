import { expectedResults } from "@upiao/catalog";
import type { IndicatorRecord } from "@upiao/document";
import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { sayValue, yearsOf } from "../indicators/indicator-years.ts";
import type { PublicObjective } from "../indicators/read-objectives.ts";
import { usePage } from "../layout/page-context.ts";
import { StackingTable } from "../layout/stacking-table.tsx";
import { planName } from "../plan/plan-names.ts";
import { inForce, type PublishedPlan } from "../plan/published-plan.ts";
import type { ComparedPair } from "./compare-page.tsx";

interface Row {
  readonly plan: PublishedPlan;
  readonly objective: PublicObjective;
  readonly indicator: IndicatorRecord;
}

/** The indicators of two plans that serve the same item of the Piano triennale; first those that both have. */
export function ResultsBeside({ plans, objectives }: ComparedPair): ReactNode {
  const { words } = usePage();
  const found = byItem(plans, objectives);
  const titles = new Map(expectedResults().map(({ code, title }) => [code, title]));
  return (
    <section aria-labelledby="risultati">
      <h2 id="risultati">{words.comparePage.byResult}</h2>
      <p>{found.length > 0 ? words.comparePage.byResultLead : words.comparePage.noResult}</p>
      {found.map(([code, rows]) => (
        <section key={code}>
          <h3>
            {code} <span lang="it">{titles.get(code)}</span>
          </h3>
          <ResultTable code={code} rows={rows} />
        </section>
      ))}
    </section>
  );
}

function ResultTable({ code, rows }: { readonly code: string; readonly rows: readonly Row[] }): ReactNode {
  const { words, href } = usePage();
  const own = words.comparePage;
  const pathTo = ({ plan, objective }: Row) =>
    `${publicPlanPath(plan.body, plan.firstYear)}/indicatori#obiettivo-${objective.record.key}`;
  return (
    <StackingTable
      caption={own.resultCaption(code)}
      rows={rows}
      keyOf={({ plan, indicator }) => `${inForce(plan).id}/${indicator.key}`}
      columns={[
        { name: own.plan, cell: (row) => <a href={href(pathTo(row))}>{planName(row.plan, words)}</a> },
        { name: own.objective, lang: "it", cell: ({ objective }) => objective.record.title },
        { name: own.indicator, lang: "it", cell: ({ indicator }) => indicator.name },
        {
          name: own.baseline,
          cell: ({ indicator: { unit, baseline } }) => sayValue(words, unit, baseline ?? undefined),
        },
        {
          name: own.targets,
          cell: ({ indicator: { unit, targets } }) =>
            targets.map(({ year, value }) => `${year}: ${sayValue(words, unit, value)}`).join("; ") ||
            words.none,
        },
        {
          name: own.latest,
          cell: ({ objective, indicator }) => {
            const read = yearsOf(indicator, objective.readings).findLast(
              ({ measured }) => measured !== undefined,
            );
            return read ? `${read.year}: ${sayValue(words, indicator.unit, read.measured)}` : words.none;
          },
        },
      ]}
    />
  );
}

function byItem(
  plans: readonly PublishedPlan[],
  objectives: readonly PublicObjective[],
): (readonly [code: string, rows: readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const plan of plans) {
    for (const objective of objectives.filter(({ adoptionId }) => adoptionId === inForce(plan).id)) {
      for (const item of objective.record.items) {
        const rows = objective.record.indicators.map((indicator) => ({ plan, objective, indicator }));
        if (rows.length > 0) found.set(item, [...(found.get(item) ?? []), ...rows]);
      }
    }
  }
  const isOfBoth = (rows: readonly Row[]) => new Set(rows.map(({ plan }) => plan)).size > 1;
  return [...found].sort(
    ([one, its], [other, others]) =>
      Number(isOfBoth(others)) - Number(isOfBoth(its)) || one.localeCompare(other, "it", { numeric: true }),
  );
}
