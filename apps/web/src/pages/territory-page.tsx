import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { problemOf } from "../api/problem.ts";
import { askedYear } from "../features/territory/asked-year.ts";
import { CoverageTable } from "../features/territory/coverage-table.tsx";
import { DistributionFigure } from "../features/territory/distribution-figure.tsx";
import { percentOf } from "../features/territory/figures.ts";
import { HeatTable } from "../features/territory/heat-table.tsx";
import { KeyFigure, StandingCounts } from "../features/territory/key-figures.tsx";
import { ledProvinces } from "../features/territory/led-territories.ts";
import { ServicesCard } from "../features/territory/services-card.tsx";
import { SumsTable } from "../features/territory/sums-table.tsx";
import { ChoiceField } from "../ui/choice-field.tsx";
import "../features/territory/territory.css";
import { TrendFigure } from "../features/territory/trend-figure.tsx";
import { YearField } from "../features/territory/year-field.tsx";
import { MyTerritoriesDocument, TerritoryDocument } from "../generated/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useMyself } from "../session/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { Trail } from "../ui/trail.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** How the plans of a Province's Comuni go, one by one and together. */
export default function TerritoryPage() {
  const { t } = useTranslation();
  const me = useMyself();
  const [params, setParams] = useSearchParams();
  const offices = useQuery(MyTerritoriesDocument);
  const working = new Set(me.memberships.filter(({ role }) => role !== "ADMIN").map(({ body }) => body.id));
  const led = offices.data?.myOffices.filter(({ leadBody }) => working.has(leadBody.id));
  if (!led) {
    return offices.error ? (
      <ProblemPage problem={problemOf(offices.error)} onRetry={() => void offices.refetch()} />
    ) : (
      <Loading />
    );
  }
  const scopes = [
    ...led.map(({ id, name }) => ({ key: `ufficio-${id}`, name, officeId: id, provinceId: null })),
    ...ledProvinces(me.memberships).map(({ id, name }) => ({
      key: `provincia-${id}`,
      name: t("territory.allOf", { name }),
      officeId: null,
      provinceId: id,
    })),
  ];
  const scope = scopes.find(({ key }) => key === params.get("ambito")) ?? scopes[0];
  if (!scope) return <NotFoundPage />;
  const year = askedYear(params.get("anno"));
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("territory.title") }]} />
          <PageHeading title={t("territory.title")} />
          <p>{t("territory.intro")}</p>
          <div className="territory-tools">
            <ChoiceField
              label={t("territory.scope")}
              value={scope.key}
              options={scopes.map(({ key, name }) => ({ value: key, words: name }))}
              onChoose={(key) => setParams({ ambito: key, anno: String(year) })}
            />
            <YearField year={year} onChoose={(to) => setParams({ ambito: scope.key, anno: String(to) })} />
          </div>
        </div>
      </div>
      <TerritoryFigures officeId={scope.officeId} provinceId={scope.provinceId} year={year} />
    </>
  );
}

interface FiguresProps {
  readonly officeId: string | null;
  readonly provinceId: string | null;
  readonly year: number;
}

function TerritoryFigures(variables: FiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(TerritoryDocument, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  if (!data) {
    return error ? <ProblemPage problem={problemOf(error)} onRetry={() => void refetch()} /> : <Loading />;
  }
  const territory = data.territoryOverview;
  return (
    <div className="container-xxl territory-page">
      <div className="key-figures">
        <KeyFigure
          title={t("territory.publicValue", { year: territory.year })}
          value={percentOf(territory.progress, language)}
          aside={t("territory.ofBodies", { measured: territory.measuredBodies, of: territory.bodies })}
          method="PUBLIC_VALUE"
        />
        <StandingCounts counts={territory.objectives} />
      </div>
      {territory.notSent > 0 && (
        <Notice kind="info">{t("territory.notSentCount", { count: territory.notSent })}</Notice>
      )}
      {territory.rows.length < territory.bodies && (
        <Notice kind="info">
          {t("territory.firstRows", { shown: territory.rows.length, of: territory.bodies })}
        </Notice>
      )}
      <HeatTable rows={territory.rows} year={territory.year} />
      <div className="territory-charts">
        <section>
          <h2>{t("territory.trend")}</h2>
          <TrendFigure trend={territory.trend} of="bodies" />
        </section>
        <section>
          <h2>{t("territory.distribution")}</h2>
          <DistributionFigure distribution={territory.distribution} />
        </section>
      </div>
      <CoverageTable coverage={territory.coverage} bodies={territory.bodies} />
      <ServicesCard services={territory.services} rows={territory.rows} day={territory.servicesOn} />
      <SumsTable sums={territory.sums} year={territory.year} />
    </div>
  );
}
