import { useTranslation } from "react-i18next";
import type { OverviewObjectiveLineFragment } from "../../generated/graphql.ts";

interface Props {
  readonly objectives: readonly OverviewObjectiveLineFragment[];
  readonly year: number;
}

/** What is still to be read, or has nothing to be compared with, in a year. */
export function MissingList({ objectives, year }: Props) {
  const { t } = useTranslation();
  const missing = objectives.flatMap(({ title, indicators }) =>
    indicators.flatMap(({ id, name, years }) => {
      const found = years.find((one) => one.year === year);
      const lacks = [
        ...(found?.isRead ? [] : (["value"] as const)),
        ...(found?.target == null ? (["target"] as const) : []),
      ];
      return lacks.length === 0 ? [] : [{ id, title, name, lacks }];
    }),
  );
  return (
    <section className="missing">
      <h2>{t("territory.missing", { year })}</h2>
      {missing.length === 0 ? (
        <p>{t("territory.nothingMissing")}</p>
      ) : (
        <ul>
          {missing.map(({ id, title, name, lacks }) => (
            <li key={id}>
              <span lang="it">
                {title}: {name}
              </span>{" "}
              ({lacks.map((lack) => t(`territory.lacks.${lack}`)).join(", ")})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
