import { useQuery } from "@apollo/client/react";
import { dayInItaly, lastRoundBefore } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { MeasuresDesk } from "../features/measurement/measures-desk.tsx";
import { MeasurementGridDocument } from "../generated/graphql.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

/** What a body measures in a year: the grid, and the ways to fill it. */
export default function MeasuresPage({ bodyId }: { readonly bodyId: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const today = dayInItaly(new Date());
  const measuredNow = lastRoundBefore(today).year;
  const year = yearOf(params.get("anno")) ?? measuredNow;
  const owedOnly = params.get("mostra") === "da-misurare";
  const { data, previousData, error, refetch } = useQuery(MeasurementGridDocument, {
    variables: { bodyId, year },
    fetchPolicy: "cache-and-network",
  });
  const grid = (data ?? previousData)?.measurementGrid;
  if (!grid) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const title = t("measurement.title", { body: bodyTitle(grid.body, t) });
  const choose = (name: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: title }]} />
          <PageHeading title={title} />
          <p>{t(grid.mayMeasure ? "measurement.intro" : "measurement.introToRead")}</p>
        </div>
      </div>
      <div className="container-xxl measures-page">
        <div className="measures-choice">
          <ChoiceField
            label={t("measurement.year")}
            value={year}
            options={yearsAround(measuredNow, year).map((one) => ({ value: one, words: one }))}
            onChoose={(one) => choose("anno", String(one))}
          />
          <div className="form-check">
            <input
              id={`${id}-owed`}
              type="checkbox"
              checked={owedOnly}
              onChange={({ currentTarget: { checked } }) => choose("mostra", checked ? "da-misurare" : null)}
            />
            <label htmlFor={`${id}-owed`}>{t("measurement.owedOnly")}</label>
          </div>
        </div>
        <MeasuresDesk
          key={grid.year}
          grid={grid}
          today={today}
          owedOnly={owedOnly}
          reload={() => refetch()}
        />
      </div>
    </>
  );
}

function yearOf(words: string | null): number | null {
  return words !== null && /^20\d\d$/.test(words) ? Number(words) : null;
}

/** Those of two plans, and the one that is looked at. */
function yearsAround(now: number, shown: number): number[] {
  const years = [2, 1, 0, -1, -2, -3].map((step) => now + step);
  return years.includes(shown) ? years : [...years, shown].sort((one, other) => other - one);
}
