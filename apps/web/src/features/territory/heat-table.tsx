import { heatOf } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TerritoryLineFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { CsvButton } from "./csv-button.tsx";
import { percentOf } from "./figures.ts";
import { HeatMark } from "./heat-mark.tsx";
import { MethodNote } from "./method-note.tsx";

interface Props {
  readonly rows: readonly TerritoryLineFragment[];
  readonly year: number;
}

const orders = ["name", "progress"] as const;
type Order = (typeof orders)[number];

/** The bodies of a territory one under the other: how far each is, by colour, figure and word, by name or by rank. */
export function HeatTable({ rows, year }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [order, setOrder] = useState<Order>("name");
  const ranked = [...rows].sort((one, other) => (other.progress ?? -1) - (one.progress ?? -1));
  // Those that stand equal have one rank; who has measured nothing has none.
  const rankOf = ({ progress }: TerritoryLineFragment) =>
    progress === null ? null : 1 + ranked.findIndex((one) => one.progress === progress);
  const shown = order === "name" ? rows : ranked;
  const years = rows[0]?.trend.map((one) => one.year) ?? [];
  const caption = t("territory.heatTable");
  const table = {
    caption: `${caption} ${year}`,
    columns: [
      ...["body", "rank", "plan", "progress"].map((key) => t(`territory.column.${key}`)),
      ...years.map(String),
      ...["ON_TRACK", "LATE", "MISSED", "NOT_MEASURED"].map((standing) =>
        t(`territory.standing.${standing}`),
      ),
      ...["indicators", "measured", "notAvailable"].map((key) => t(`territory.column.${key}`)),
    ],
    rows: shown.map((row) => [
      bodyTitle(row.body, t),
      String(rankOf(row) ?? ""),
      row.planState ? t(`planState.${row.planState}`) : t("territory.notSent"),
      percentOf(row.progress, language),
      ...row.trend.map((one) => percentOf(one.progress, language)),
      ...[row.objectives.onTrack, row.objectives.late, row.objectives.missed, row.objectives.notMeasured].map(
        String,
      ),
      ...[row.indicators, row.measured, row.notAvailable].map(String),
    ]),
  };
  return (
    <section className="heat-section">
      <div className="heat-tools">
        <ChoiceField
          label={t("territory.order")}
          value={order}
          options={orders.map((one) => ({ value: one, words: t(`territory.orders.${one}`) }))}
          onChoose={setOrder}
        />
        <CsvButton table={table} />
      </div>
      <StackingTable<TerritoryLineFragment>
        caption={caption}
        rows={shown}
        keyOf={({ body }) => body.id}
        columns={[
          {
            key: "body",
            words: t("territory.column.body"),
            cell: (row) => <BodyCell row={row} rank={rankOf(row)} year={year} />,
          },
          {
            key: "plan",
            words: t("territory.column.plan"),
            cell: ({ planState, planFirstYear }) =>
              planState && planFirstYear ? (
                <span>
                  <StateBadge state={planState} of="plan" />
                  <span className="stacking-table-aside">
                    {planFirstYear}–{planFirstYear + 2}
                  </span>
                </span>
              ) : (
                <span>{t("territory.notSent")}</span>
              ),
          },
          {
            key: "progress",
            words: t("territory.column.progress"),
            cell: ({ heat, progress }) => <HeatMark heat={heat} progress={progress} />,
          },
          ...years.map((of, index) => ({
            key: String(of),
            words: String(of),
            cell: ({ trend }: TerritoryLineFragment) => {
              const progress = trend[index]?.progress ?? null;
              return <HeatMark heat={heatOf(progress)} progress={progress} isShort />;
            },
          })),
          {
            key: "objectives",
            words: t("territory.column.objectives"),
            cell: ({ objectives }) => <span>{t("territory.objectivesOf", { ...objectives })}</span>,
          },
          {
            key: "measured",
            words: t("territory.column.share"),
            cell: ({ measured, indicators, notAvailable }) => (
              <span>
                {t("territory.ofIndicators", { measured, of: indicators })}
                {notAvailable > 0 && (
                  <span className="stacking-table-aside">
                    {t("territory.notAvailable", { count: notAvailable })}
                  </span>
                )}
              </span>
            ),
          },
        ]}
      />
      <MethodNote of="PROGRESS" />
    </section>
  );
}

interface BodyCellProps {
  readonly row: TerritoryLineFragment;
  readonly rank: number | null;
  readonly year: number;
}

function BodyCell({ row, rank, year }: BodyCellProps) {
  const { t } = useTranslation();
  const { body, planState, objectives } = row;
  const { onTrack, late, missed, notMeasured } = objectives;
  // Of a body of which nothing may be read there is no page.
  const hasPage = planState !== null || onTrack + late + missed + notMeasured > 0;
  const title = bodyTitle(body, t);
  return (
    <>
      {hasPage ? <Link to={`/enti/${body.id}/andamento?anno=${year}`}>{title}</Link> : title}
      {rank !== null && <span className="stacking-table-aside">{t("territory.rank", { rank })}</span>}
    </>
  );
}
