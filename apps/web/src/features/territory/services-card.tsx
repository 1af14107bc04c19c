import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { TerritoryQuery } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { BarChart } from "./bar-chart.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { CsvButton } from "./csv-button.tsx";
import { MethodNote } from "./method-note.tsx";

type Service = TerritoryQuery["territoryOverview"]["services"][number];
type Adhesion = Service["adhesions"][number];
type Row = TerritoryQuery["territoryOverview"]["rows"][number];

interface Props {
  readonly services: readonly Service[];
  /** The bodies of the territory. */
  readonly rows: readonly Row[];
  /** On which adhesions are counted. */
  readonly day: string;
}

/** Which bodies take which service of the hub, since when, and which do not. */
export function ServicesCard({ services, rows, day }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const dayOf = (iso: string | null) => (iso ? formatDay(iso, language) : "");
  const standingOf = (service: Service) =>
    rows.map(({ body }) => ({
      body: bodyTitle(body, t),
      adhesion: service.adhesions.find((one) => one.body.id === body.id) ?? null,
    }));
  const takersOf = (service: Service) =>
    standingOf(service).filter(({ adhesion }) => adhesion?.state === "IN_FORCE");
  const othersOf = (service: Service) =>
    standingOf(service).filter(({ adhesion }) => adhesion?.state !== "IN_FORCE");
  /** Who takes it since when; who does not, and whether they did, will or have asked. */
  const sayOf = (body: string, adhesion: Adhesion | null) => {
    const [from, until] = [dayOf(adhesion?.fromDay ?? null), dayOf(adhesion?.untilDay ?? null)];
    switch (adhesion?.state) {
      case undefined:
        return body;
      case "IN_FORCE":
        return t(until ? "adhesion.fromUntil" : "adhesion.fromDay", { body, from, until });
      case "COMING":
        return t("adhesion.coming", { body, from });
      case "ENDED":
        return t("adhesion.ended", { body, until });
      case "REQUESTED":
        return t("adhesion.asked", { body });
    }
  };
  const listOf = (all: ReturnType<typeof standingOf>, none: string) =>
    all.length === 0 ? none : all.map(({ body, adhesion }) => sayOf(body, adhesion)).join(", ");
  const bars = services.map((service) => ({
    key: service.code,
    words: service.title,
    count: takersOf(service).length,
  }));
  const summary = {
    caption: t("adhesion.title"),
    columns: [t("adhesion.service"), t("adhesion.adhering")],
    rows: bars.map(({ words, count }) => [words, t("adhesion.count", { takers: count, of: rows.length })]),
  };
  const all = {
    caption: t("adhesion.all"),
    columns: [
      ...[t("adhesion.service"), t("territory.column.body"), t("adhesion.state")],
      ...[t("adhesion.from"), t("adhesion.until")],
    ],
    rows: services.flatMap((service) =>
      standingOf(service).map(({ body, adhesion }) => [
        ...[service.title, body, t(`adhesion.states.${adhesion?.state ?? "NONE"}`)],
        ...[dayOf(adhesion?.fromDay ?? null), dayOf(adhesion?.untilDay ?? null)],
      ]),
    ),
  };
  const label = `${summary.caption}. ${bars.map(({ words, count }) => `${words}: ${count}`).join("; ")}.`;
  return (
    <section className="coverage" aria-labelledby={title}>
      <h2 id={title}>{t("adhesion.title")}</h2>
      {services.length === 0 ? (
        <p>{t("adhesion.none")}</p>
      ) : (
        <>
          <p>{t("adhesion.intro", { day: dayOf(day) })}</p>
          <ChartFigure table={summary}>
            <BarChart label={label} bars={bars} wordsAbove />
          </ChartFigure>
          <details>
            <summary>{t("adhesion.show")}</summary>
            <div className="heat-tools">
              <CsvButton table={all} />
            </div>
            <StackingTable<Service>
              caption={t("adhesion.all")}
              rows={services}
              keyOf={({ code }) => code}
              columns={[
                {
                  key: "service",
                  words: t("adhesion.service"),
                  cell: ({ kind, title }) => (
                    <>
                      <span lang="it">{title}</span> <small>{t(`hub.kind.${kind}`)}</small>
                    </>
                  ),
                },
                {
                  key: "count",
                  words: t("adhesion.adhering"),
                  cell: (service) =>
                    t("adhesion.count", { takers: takersOf(service).length, of: rows.length }),
                },
                {
                  key: "who",
                  words: t("adhesion.who"),
                  cell: (service) => listOf(takersOf(service), t("adhesion.nobody")),
                },
                {
                  key: "others",
                  words: t("adhesion.others"),
                  cell: (service) => listOf(othersOf(service), t("adhesion.everybody")),
                },
              ]}
            />
          </details>
        </>
      )}
      <MethodNote of="ADHESION" />
    </section>
  );
}
