import { useQuery } from "@apollo/client/react";
import { planForms } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { problemOf } from "../api/problem.ts";
import { CatalogueSearch } from "../features/catalogue/catalogue-search.tsx";
import { EntryList } from "../features/catalogue/entry-list.tsx";
import { matchesSearch } from "../features/catalogue/matches-search.ts";
import { PlanParts } from "../features/catalogue/plan-parts.tsx";
import { EditionNote } from "../features/strategy/edition-note.tsx";
import { StrategyTree } from "../features/strategy/strategy-tree.tsx";
import { type CatalogueListFragment, CataloguePageDocument } from "../generated/graphql.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Trail } from "../ui/trail.tsx";
import { StrategyFound } from "./strategy-found.tsx";
import "../features/strategy/strategy.css";

const tabs = ["strategy", "parts", "publicValue", "hubFunctions"] as const;
type Tab = (typeof tabs)[number];
/** As the address names them. */
const addresses: Readonly<Record<Tab, string>> = {
  strategy: "piano-triennale",
  parts: "piao",
  publicValue: "valore-pubblico",
  hubFunctions: "polo",
};

/** All that plans refer to, with one search over it. What is shown is in the address, to be passed on. */
export function CataloguePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(CataloguePageDocument);
  if (!data) {
    return error ? <ProblemPage problem={problemOf(error)} onRetry={() => void refetch()} /> : <Loading />;
  }
  const search = params.get("cerca") ?? "";
  const form = planForms.find((one) => one === params.get("forma")) ?? null;
  const tab = tabs.find((one) => addresses[one] === params.get("scheda")) ?? "strategy";
  const show = (name: string, value: string | null, replace = false) =>
    setParams(
      (before) => {
        const now = new URLSearchParams(before);
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace },
    );
  const { parts, adoptions, publicValue, hubFunctions } = data.catalogue;
  const [edition] = data.strategyEditions;
  const shownParts = parts.filter(({ number, title, law, content, owner, note }) =>
    matchesSearch(search, [number, title, law, content, owner, note]),
  );
  const shownOf = ({ entries }: CatalogueListFragment) =>
    entries.filter(({ title, description }) => matchesSearch(search, [title, description]));
  const counted = (name: Tab, count: number) =>
    search === "" ? t(`catalogue.${name}`) : t("catalogue.counted", { words: t(`catalogue.${name}`), count });
  const said = (count: number) =>
    search !== "" && <p role="status">{t(count === 0 ? "catalogue.none" : "catalogue.shown", { count })}</p>;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("catalogue.title") }]} />
          <PageHeading title={t("catalogue.title")} />
          <p>{t("catalogue.intro")}</p>
        </div>
      </div>
      <div className="container-xxl strategy-page">
        <CatalogueSearch search={search} onSearch={(words) => show("cerca", words)} />
        <Tabs
          label={t("catalogue.tabs")}
          initial={tab}
          asked={{ key: tab, turn: 0 }}
          onChoose={(key) => show("scheda", addresses[key as Tab], true)}
          tabs={[
            {
              key: "strategy",
              words: t("catalogue.strategy"),
              content: edition ? (
                <>
                  <p className="strategy-edition">
                    <span lang="it">{edition.title}</span> ·{" "}
                    {t("catalogue.edition", { edition: edition.code })} · {t("strategy.licence")}{" "}
                    {edition.licence} ·{" "}
                    <Link to={`/piano-triennale${search ? `?cerca=${encodeURIComponent(search)}` : ""}`}>
                      {t("catalogue.filters")}
                    </Link>
                  </p>
                  <EditionNote edition={edition} />
                  {search ? (
                    <StrategyFound edition={edition.code} filter={{ search, kind: null, year: null }} />
                  ) : (
                    <StrategyTree edition={edition.code} />
                  )}
                </>
              ) : (
                <Notice kind="info">{t("strategy.noEdition")}</Notice>
              ),
            },
            {
              key: "parts",
              words: counted("parts", shownParts.length),
              content: (
                <>
                  {said(shownParts.length)}
                  <PlanParts
                    parts={shownParts}
                    adoptions={adoptions}
                    form={form}
                    onForm={(one) => show("forma", one)}
                  />
                </>
              ),
            },
            ...(
              [
                ["publicValue", publicValue],
                ["hubFunctions", hubFunctions],
              ] as const
            ).map(([key, list]) => ({
              key,
              words: counted(key, shownOf(list).length),
              content: (
                <>
                  {said(shownOf(list).length)}
                  <EntryList list={list} shown={shownOf(list)} />
                  {key === "hubFunctions" && <Link to="/polo">{t("catalogue.services")}</Link>}
                </>
              ),
            })),
          ]}
        />
      </div>
    </>
  );
}
