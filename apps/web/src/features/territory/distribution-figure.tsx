import type { Heat } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { BarChart } from "./bar-chart.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { MethodNote } from "./method-note.tsx";

interface Props {
  readonly distribution: readonly { readonly heat: Heat; readonly count: number }[];
}

/** How many bodies stand in each class of progress. */
export function DistributionFigure({ distribution }: Props) {
  const { t } = useTranslation();
  const bars = distribution.map(({ heat, count }) => ({
    key: heat,
    words: t(`territory.heat.${heat}`),
    count,
  }));
  const table = {
    caption: t("territory.distribution"),
    columns: [t("territory.class"), t("territory.measuredOf.all")],
    rows: bars.map(({ words, count }) => [words, String(count)]),
  };
  const label = `${table.caption}. ${bars.map(({ words, count }) => `${words}: ${count}`).join("; ")}.`;
  return (
    <>
      <ChartFigure table={table}>
        <BarChart label={label} bars={bars} />
      </ChartFigure>
      <MethodNote of="HEAT" />
    </>
  );
}
