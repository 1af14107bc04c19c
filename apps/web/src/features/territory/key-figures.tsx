import type { Figure } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { CountsFragment } from "../../generated/graphql.ts";
import { MethodNote } from "./method-note.tsx";

interface KeyFigureProps {
  readonly title: string;
  readonly value: string;
  /** Over how many of how many. */
  readonly aside: string;
  readonly method: Figure;
}

/** One large figure, with over how many it is made and how. */
export function KeyFigure({ title, value, aside, method }: KeyFigureProps) {
  return (
    <section className="key-figure">
      <h2>{title}</h2>
      <p className="key-figure-value">{value}</p>
      <p className="key-figure-aside">{aside}</p>
      <MethodNote of={method} />
    </section>
  );
}

const standings = [
  ["onTrack", "ON_TRACK"],
  ["late", "LATE"],
  ["missed", "MISSED"],
  ["notMeasured", "NOT_MEASURED"],
] as const;

/** How many objectives stand how. */
export function StandingCounts({ counts }: { readonly counts: CountsFragment }) {
  const { t } = useTranslation();
  return (
    <section className="key-figure">
      <h2>{t("territory.objectives")}</h2>
      <dl className="standing-counts">
        {standings.map(([key, standing]) => (
          <div key={key} className={`standing standing-${standing.toLowerCase().replace("_", "-")}`}>
            <dt>{t(`territory.standing.${standing}`)}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </dl>
      <MethodNote of="OBJECTIVE_STATES" />
    </section>
  );
}
