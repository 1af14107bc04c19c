import { expectedResults } from "@upiao/catalog";
import type { IndicatorRecord } from "@upiao/document";
import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { sayValue, yearsOf } from "../indicators/indicator-years.ts";
import type { PublicObjective } from "../indicators/read-objectives.ts";
import { usePage } from "../layout/page-context.ts";
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
          <div className="stacks">
            <table>
              <caption className="hidden">{words.comparePage.resultCaption(code)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.comparePage.plan}</th>
                  <th scope="col">{words.comparePage.objective}</th>
                  <th scope="col">{words.comparePage.indicator}</th>
                  <th scope="col">{words.comparePage.baseline}</th>
                  <th scope="col">{words.comparePage.targets}</th>
                  <th scope="col">{words.comparePage.latest}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <IndicatorRow key={`${inForce(row.plan).id}/${row.indicator.key}`} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </section>
  );
}

function IndicatorRow({ row: { plan, objective, indicator } }: { readonly row: Row }): ReactNode {
  const { words, href } = usePage();
  const { name, unit, baseline, targets } = indicator;
  const say = (value: number | null | undefined) => sayValue(words, unit, value);
  const measured = yearsOf(indicator, objective.readings).findLast(({ measured }) => measured !== undefined);
  const path = `${publicPlanPath(plan.body, plan.firstYear)}/indicatori#obiettivo-${objective.record.key}`;
  return (
    <tr>
      <th scope="row">
        <a href={href(path)}>{planName(plan, words)}</a>
      </th>
      <td data-name={words.comparePage.objective} lang="it">
        {objective.record.title}
      </td>
      <td data-name={words.comparePage.indicator} lang="it">
        {name}
      </td>
      <td data-name={words.comparePage.baseline}>{say(baseline ?? undefined)}</td>
      <td data-name={words.comparePage.targets}>
        {targets.map(({ year, value }) => `${year}: ${say(value)}`).join("; ") || words.none}
      </td>
      <td data-name={words.comparePage.latest}>
        {measured ? `${measured.year}: ${say(measured.measured)}` : words.none}
      </td>
    </tr>
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
