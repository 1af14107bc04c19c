import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type {
  OverviewIndicatorLineFragment,
  OverviewObjectiveLineFragment,
} from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { percentOf, valueWords } from "./figures.ts";
import { LineChart } from "./line-chart.tsx";

/** One objective of a body: how it stands, and each of its indicators against what was expected, over the years. */
export function ObjectiveProgress({ objective }: { readonly objective: OverviewObjectiveLineFragment }) {
  const { t } = useTranslation();
  const { title, standing, isLeads, section, responsible, indicators } = objective;
  return (
    <section className="objective-progress">
      <h3 lang="it">{title || t("territory.untitled")}</h3>
      <p className="objective-progress-facts">
        {!isLeads && (
          <span className={`standing standing-${standing.toLowerCase().replace("_", "-")}`}>
            {t(`territory.standing.${standing}`)}
          </span>
        )}
        <span>
          {t(section.shared ? "territory.inShared" : "territory.inSection")}{" "}
          <Link to={`/sezioni/${section.id}`} lang="it">
            {section.title}
          </Link>
        </span>
        {responsible && <span>{t("territory.responsible", { name: responsible })}</span>}
      </p>
      <div className="indicator-figures">
        {indicators.map((indicator) => (
          <IndicatorFigure key={indicator.id} indicator={indicator} />
        ))}
      </div>
      {indicators.length === 0 && <p>{t(isLeads ? "territory.isLeads" : "territory.noIndicators")}</p>}
    </section>
  );
}

function IndicatorFigure({ indicator }: { readonly indicator: OverviewIndicatorLineFragment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, unit, direction, baseline, progress, standing, years } = indicator;
  const words = (value: number | null) => valueWords(value, unit, t, language);
  const table = {
    caption: name || t("territory.untitled"),
    columns: [t("territory.year"), t("territory.column.value"), t("territory.column.target")],
    rows: years.map(({ year, value, target, isRead }) => [
      String(year),
      isRead && value === null ? t("territory.notAvailableShort") : words(value),
      words(target),
    ]),
  };
  const label = `${table.caption}. ${years
    .map(({ year, value, target }) =>
      t("territory.yearInWords", { year, value: words(value), target: words(target) }),
    )
    .join(" ")}`;
  return (
    <ChartFigure table={table}>
      <p className="indicator-facts">
        {t(`territory.standing.${standing}`)} ({percentOf(progress, language)}),{" "}
        {t(`territory.direction.${direction}`)}
        {baseline !== null && `, ${t("territory.from", { value: words(baseline) })}`}. {t("territory.dashed")}
        .
      </p>
      {years.length > 0 && (
        <LineChart
          label={label}
          lines={[
            { key: "target", points: years.map(({ year, target }) => ({ year, value: target })) },
            { key: "value", points: years.map(({ year, value }) => ({ year, value })) },
          ]}
          format={words}
        />
      )}
    </ChartFigure>
  );
}
