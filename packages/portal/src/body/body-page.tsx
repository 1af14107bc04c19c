import { citeAct, publicKeyOf, publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { territoryPath } from "../front/territory-page.tsx";
import { Frame } from "../layout/frame.tsx";
import { usePage } from "../layout/page-context.ts";
import { StackingTable } from "../layout/stacking-table.tsx";
import { bodyName } from "../plan/plan-names.ts";
import { inForce, type PublicBody, type PublishedPlan } from "../plan/published-plan.ts";
import { SearchBox } from "../search/search-box.tsx";
import type { BodyFigures } from "./read-body-figures.ts";

interface Props {
  readonly body: PublicBody;
  readonly plans: readonly PublishedPlan[];
  readonly figures: BodyFigures;
}

/** A body: its plans, and what they come to. */
export function BodyPage({ body, plans, figures }: Props): ReactNode {
  const { words, href } = usePage();
  const name = bodyName(body, words);
  const key = publicKeyOf(body);
  const { provinceName, provinceSign } = body;
  const territory = provinceName ? `${provinceName} (${provinceSign})` : provinceSign;
  const territoryLink = <a href={href(territoryPath(provinceSign))}>{territory}</a>;
  const codes = [
    [words.bodyPage.istat, body.istatCode],
    [words.bodyPage.ipa, body.ipaCode],
    [words.bodyPage.province, plans.length > 0 && territory ? territoryLink : territory],
  ] as const;
  const [latest, before] = plans;
  return (
    <Frame title={name} trail={[]} above={body.provinceName} isListed={plans.length > 0}>
      <h1>{name}</h1>
      <section aria-labelledby="piani">
        <h2 id="piani">{words.bodyPage.plans}</h2>
        {plans.length === 0 ? <p>{words.bodyPage.nothing}</p> : <PlanTable plans={plans} />}
      </section>
      {latest && before && (
        <p>
          <a href={href(`/pubblico/confronta?a=${key}/${before.firstYear}&b=${key}/${latest.firstYear}`)}>
            {words.bodyPage.comparePlans}
          </a>
        </p>
      )}
      <div className="columns">
        {plans.length > 0 && (
          <section aria-labelledby="cifre">
            <h2 id="cifre">{words.bodyPage.figures}</h2>
            <Facts
              facts={[
                [words.bodyPage.objectives, String(figures.objectives)],
                [words.bodyPage.indicators, String(figures.indicators)],
                [words.bodyPage.measured, String(figures.measured)],
              ]}
            />
          </section>
        )}
        <section aria-labelledby="codici">
          <h2 id="codici">{words.bodyPage.codes}</h2>
          <Facts facts={codes} />
        </section>
      </div>
      {plans.length > 0 && <SearchBox body={key} />}
    </Frame>
  );
}

function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactNode {
  return (
    <dl className="fields">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function PlanTable({ plans }: { readonly plans: readonly PublishedPlan[] }): ReactNode {
  const { words, href, language } = usePage();
  return (
    <StackingTable
      caption={words.bodyPage.caption}
      rows={plans}
      keyOf={({ firstYear }) => firstYear}
      columns={[
        {
          name: words.bodyPage.years,
          cell: ({ body, firstYear }) => (
            <a href={href(publicPlanPath(body, firstYear))}>{words.piaoShort(words.years(firstYear))}</a>
          ),
        },
        { name: words.bodyPage.inForce, cell: (plan) => words.amendment(inForce(plan).amendment) },
        {
          name: words.bodyPage.lastAct,
          cell: (plan) => {
            const { actKind: kind, actNumber: number, actDay: day } = inForce(plan);
            return citeAct({ kind, number, day }, language);
          },
        },
      ]}
    />
  );
}
