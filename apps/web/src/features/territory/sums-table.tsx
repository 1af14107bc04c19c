import { sumWayNames } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { TerritoryQuery } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { CsvButton } from "./csv-button.tsx";
import { valueWords } from "./figures.ts";
import { MethodNote } from "./method-note.tsx";

type Sum = TerritoryQuery["territoryOverview"]["sums"][number];

interface Props {
  readonly sums: readonly Sum[];
  readonly year: number;
}

/** What the bodies measure of one item of the Piano triennale, as one figure. */
export function SumsTable({ sums, year }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const caption = t("territory.sums");
  const figureOf = ({ way, value, unit }: Sum) =>
    way === "COUNT_YES" ? String(value ?? "–") : valueWords(value, unit, t, language);
  const table = {
    caption: `${caption} ${year}`,
    columns: ["code", "item", "unit", "direction", "way", "value", "measured", "indicators", "bodies"].map(
      (key) => t(`territory.column.${key}`),
    ),
    rows: sums.map((sum) => [
      sum.code,
      sum.title ?? "",
      t(`territory.unitName.${sum.unit}`),
      t(`territory.direction.${sum.direction}`),
      sumWayNames[sum.way][language],
      figureOf(sum),
      ...[sum.measured, sum.of, sum.bodies].map(String),
    ]),
  };
  return (
    <section className="sums">
      <h2>{caption}</h2>
      {sums.length === 0 ? (
        <Notice kind="info">{t("territory.noSums")}</Notice>
      ) : (
        <>
          <CsvButton table={table} />
          <StackingTable<Sum>
            caption={table.caption}
            rows={sums}
            keyOf={({ code, unit, direction }) => `${code} ${unit} ${direction}`}
            columns={[
              {
                key: "item",
                words: t("territory.column.item"),
                cell: ({ code, title }) => (
                  <span lang="it">
                    <strong>{code}</strong> {title}
                  </span>
                ),
              },
              {
                key: "value",
                words: t("territory.column.value"),
                cell: (sum) => (
                  <span>
                    <strong>{figureOf(sum)}</strong> ({sumWayNames[sum.way][language]})
                  </span>
                ),
              },
              {
                key: "unit",
                words: t("territory.column.unit"),
                cell: ({ unit, direction }) => (
                  <span>
                    {t(`territory.unitName.${unit}`)}, {t(`territory.direction.${direction}`)}
                  </span>
                ),
              },
              {
                key: "bodies",
                words: t("territory.column.bodies"),
                cell: ({ bodies, measured, of }) => (
                  <span>{t("territory.sumOver", { bodies, measured, of })}</span>
                ),
              },
            ]}
          />
        </>
      )}
      <MethodNote of="SUMS" />
    </section>
  );
}
