import { expectedResults } from "@upiao/catalog";
import type { IndicatorRecord } from "@upiao/document";
import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName, trailTo } from "../plan/plan-names.ts";
import type { PublishedPlan } from "../plan/published-plan.ts";
import { IndicatorChart } from "./indicator-chart.tsx";
import { sayValue, yearsOf } from "./indicator-years.ts";
import type { PublicObjective, Reading } from "./read-objectives.ts";

interface Props {
  readonly plan: PublishedPlan;
  readonly objectives: readonly PublicObjective[];
}

/** The objectives of the plan in force, what is expected of their indicators, and what was measured. */
export function IndicatorsPage({ plan, objectives }: Props): ReactNode {
  const { words, href } = usePage();
  const path = publicPlanPath(plan.body, plan.firstYear);
  const name = bodyName(plan.body, words);
  const titles = new Map(expectedResults().map((item) => [item.code, item.title]));
  const title = `${words.indicatorsPage.title} · ${words.piaoShort(words.years(plan.firstYear))} · ${name}`;
  return (
    <Frame
      title={title}
      here={words.indicatorsPage.title}
      trail={trailTo(plan, words)}
      above={plan.body.provinceName}
    >
      <p className="over-title">
        {name}, {words.piaoShort(words.years(plan.firstYear))}
      </p>
      <h1>{words.indicatorsPage.title}</h1>
      <p className="lead">{words.indicatorsPage.lead}</p>
      {objectives.length === 0 ? (
        <p>{words.indicatorsPage.nothing}</p>
      ) : (
        <p>
          <a href={`${path}/indicatori.csv`}>{words.indicatorsPage.csv}</a>
        </p>
      )}
      {objectives.map(({ number, position, record, readings }) => (
        <section key={record.key} className="objective" id={`obiettivo-${record.key}`}>
          <h2 lang="it">
            <span className="kind">
              {words.planPage.objective} · <a href={href(`${path}#testo-${position}`)}>{number}</a>
            </span>{" "}
            {record.title}
          </h2>
          <dl className="fields">
            {record.responsible && (
              <div>
                <dt>{words.indicatorsPage.responsible}</dt>
                <dd lang="it">{record.responsible}</dd>
              </div>
            )}
            {record.items.length > 0 && (
              <div>
                <dt>{words.indicatorsPage.results}</dt>
                <dd>
                  <ul className="plain">
                    {record.items.map((item) => (
                      <li key={item}>
                        <a href={href(`/pubblico/cerca?risultato=${encodeURIComponent(item)}`)}>{item}</a>{" "}
                        <span lang="it">{titles.get(item)}</span>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
          {record.indicators.map((indicator) => (
            <Indicator key={indicator.key} indicator={indicator} readings={readings} />
          ))}
        </section>
      ))}
    </Frame>
  );
}

interface IndicatorProps {
  readonly indicator: IndicatorRecord;
  readonly readings: readonly Reading[];
}

function Indicator({ indicator, readings }: IndicatorProps): ReactNode {
  const { words } = usePage();
  const { name, unit, direction, baseline, source, measuredBy } = indicator;
  const years = yearsOf(indicator, readings);
  const facts = [
    words.directions[direction],
    baseline !== null && `${words.indicatorsPage.baseline}: ${sayValue(words, unit, baseline)}`,
    source && `${words.indicatorsPage.source}: ${source}`,
    measuredBy === "LEAD" && words.indicatorsPage.measuredByLead,
  ].filter(Boolean);
  return (
    <section className="beside">
      <div>
        <h3 lang="it">{name}</h3>
        <p className="size">{facts.join(" · ")}</p>
        <table>
          <caption className="hidden">{words.indicatorsPage.caption(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.indicatorsPage.year}</th>
              <th scope="col">{words.indicatorsPage.expected}</th>
              <th scope="col">{words.indicatorsPage.firstRound}</th>
              <th scope="col">{words.indicatorsPage.secondRound}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, expected, rounds: [first, second] }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{sayValue(words, unit, expected)}</td>
                <td className="number">{sayValue(words, unit, first)}</td>
                <td className="number">{sayValue(words, unit, second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {years.length > 0 && (
        <figure>
          <IndicatorChart name={name} unit={unit} years={years} />
          <figcaption className="size">
            <span aria-hidden="true">□ - - </span>
            {words.indicatorsPage.legendExpected} · <span aria-hidden="true">● — </span>
            {words.indicatorsPage.legendMeasured}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
