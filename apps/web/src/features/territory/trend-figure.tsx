import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { percentOf } from "./figures.ts";
import { LineChart } from "./line-chart.tsx";
import { MethodNote } from "./method-note.tsx";

interface Props {
  readonly trend: readonly {
    readonly year: number;
    readonly progress: number | null;
    readonly measured: number;
  }[];
  /** What is counted beside the mean. */
  readonly of: "bodies" | "indicators";
}

/** The progress over three years. */
export function TrendFigure({ trend, of }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const table = {
    caption: t("territory.trend"),
    columns: [t("territory.year"), t("territory.progress"), t(`territory.measuredOf.${of}`)],
    rows: trend.map(({ year, progress, measured }) => [
      String(year),
      percentOf(progress, language),
      String(measured),
    ]),
  };
  const words = trend.map(({ year, progress }) => `${year}: ${percentOf(progress, language)}`).join("; ");
  return (
    <>
      <ChartFigure table={table}>
        <LineChart
          label={`${table.caption}. ${words}.`}
          lines={[{ key: "value", points: trend.map(({ year, progress }) => ({ year, value: progress })) }]}
          format={(value) => percentOf(value, language)}
          highest={1}
        />
      </ChartFigure>
      <MethodNote of="TREND" />
    </>
  );
}
