import { useQuery } from "@apollo/client/react";
import { strategyKinds } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { problemOf } from "../api/problem.ts";
import { EditionNote } from "../features/strategy/edition-note.tsx";
import { type StrategyFilter, StrategyFilters } from "../features/strategy/strategy-filters.tsx";
import { StrategyTree } from "../features/strategy/strategy-tree.tsx";
import { StrategyPageDocument } from "../generated/graphql.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { Trail } from "../ui/trail.tsx";
import { StrategyFound } from "./strategy-found.tsx";
import "../features/strategy/strategy.css";

/** The Piano triennale per l'informatica: by chapter, or what is looked for in it. */
export function StrategyPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(StrategyPageDocument);
  if (!data) {
    return error ? <ProblemPage problem={problemOf(error)} onRetry={() => void refetch()} /> : <Loading />;
  }
  const editions = data.strategyEditions;
  const edition = editions.find(({ code }) => code === params.get("edizione")) ?? editions[0];
  const years = edition ? yearsOf(edition.code) : [];
  const filter: StrategyFilter = {
    search: params.get("cerca") ?? "",
    kind: strategyKinds.find((kind) => kind === params.get("tipo")) ?? null,
    year: years.find((year) => String(year) === params.get("anno")) ?? null,
  };
  const isFiltered = filter.search !== "" || filter.kind !== null || filter.year !== null;
  const show = ({ search, kind, year }: StrategyFilter, code = edition?.code) =>
    setParams({
      ...(code && code !== editions[0]?.code ? { edizione: code } : {}),
      ...(search ? { cerca: search } : {}),
      ...(kind ? { tipo: kind } : {}),
      ...(year ? { anno: String(year) } : {}),
    });
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("strategy.title") }]} />
          <PageHeading title={t("strategy.title")} />
          <p>{t("strategy.intro")}</p>
          <p>
            <Link to={`/catalogo${filter.search ? `?cerca=${encodeURIComponent(filter.search)}` : ""}`}>
              {t("catalogue.inPages")}
            </Link>
          </p>
          {edition && (
            <>
              <p className="strategy-edition">
                <span lang="it">{edition.title}</span> · {t("strategy.licence")} {edition.licence}
              </p>
              <EditionNote edition={edition} />
            </>
          )}
        </div>
      </div>
      <div className="container-xxl strategy-page">
        {!edition && <Notice kind="info">{t("strategy.noEdition")}</Notice>}
        {editions.length > 1 && edition && (
          <ChoiceField
            className="review-filter"
            label={t("strategy.edition")}
            value={edition.code}
            options={editions.map(({ code }) => ({ value: code, words: code }))}
            onChoose={(code) => show(filter, code)}
          />
        )}
        {edition && <StrategyFilters filter={filter} years={years} onChange={show} />}
        {edition &&
          (isFiltered ? (
            <StrategyFound edition={edition.code} filter={filter} />
          ) : (
            <StrategyTree edition={edition.code} />
          ))}
      </div>
    </>
  );
}

/** «2024-2026» is three years. */
function yearsOf(edition: string): number[] {
  const [first = 0, last = first] = (edition.match(/20\d\d/g) ?? []).map(Number);
  return first === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
