import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { EndedNotice } from "../features/body/ended-notice.tsx";
import { askedYear } from "../features/territory/asked-year.ts";
import { FaultList } from "../features/territory/fault-list.tsx";
import { percentOf } from "../features/territory/figures.ts";
import { KeyFigure, StandingCounts } from "../features/territory/key-figures.tsx";
import { LinksTree } from "../features/territory/links-tree.tsx";
import { MissingList } from "../features/territory/missing-list.tsx";
import { ObjectiveProgress } from "../features/territory/objective-progress.tsx";
import "../features/territory/territory.css";
import { TrendFigure } from "../features/territory/trend-figure.tsx";
import { YearField } from "../features/territory/year-field.tsx";
import { BodyOverviewDocument } from "../generated/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { StateBadge } from "../ui/state-badge.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

/** How the plan of one body goes in a year: what it has reached, and what is missing. */
export default function BodyOverviewPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const year = askedYear(params.get("anno"));
  const { data, previousData, error, refetch } = useQuery(BodyOverviewDocument, {
    variables: { bodyId: id, year },
    fetchPolicy: "cache-and-network",
  });
  const known = data ?? previousData;
  if (!known) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const { body, row, objectives, year: shownYear } = known.bodyOverview;
  const title = t("territory.bodyTitle", { body: bodyTitle(body, t) });
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: title }]} />
          <PageHeading title={title} />
          <p>
            {row.planState && row.planFirstYear ? (
              <>
                PIAO {row.planFirstYear}–{row.planFirstYear + 2}:{" "}
                <StateBadge state={row.planState} of="plan" />
              </>
            ) : (
              t("territory.notSent")
            )}
          </p>
          <div className="territory-tools">
            <YearField year={year} onChoose={(to) => setParams({ anno: String(to) })} />
          </div>
        </div>
      </div>
      <div className="container-xxl territory-page">
        <EndedNotice body={body} />
        <div className="key-figures">
          <KeyFigure
            title={t("territory.progressIn", { year: shownYear })}
            value={percentOf(row.progress, language)}
            aside={t("territory.ofIndicators", { measured: row.measured, of: row.indicators })}
            method="PROGRESS"
          />
          <StandingCounts counts={row.objectives} />
          <section>
            <TrendFigure trend={row.trend} of="indicators" />
          </section>
        </div>
        {objectives.length === 0 ? (
          <Notice kind="info">{t("territory.noObjectives")}</Notice>
        ) : (
          <>
            <MissingList objectives={objectives} year={shownYear} />
            {row.planFirstYear && <FaultList bodyId={body.id} firstYear={row.planFirstYear} />}
            <section>
              <h2>{t("territory.objectivesAndIndicators")}</h2>
              {objectives.map((objective) => (
                <ObjectiveProgress key={objective.id} objective={objective} />
              ))}
            </section>
            <LinksTree bodyId={body.id} objectives={objectives} />
          </>
        )}
      </div>
    </>
  );
}
