import { strategyKinds } from "@upiao/domain";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { StrategyKind } from "../../generated/graphql.ts";

export interface StrategyFilter {
  readonly search: string;
  readonly kind: StrategyKind | null;
  readonly year: number | null;
}

interface Props {
  readonly filter: StrategyFilter;
  /** The years that an edition has terms in. */
  readonly years: readonly number[];
  readonly onChange: (filter: StrategyFilter) => void;
}

/** What is looked for in the Piano triennale: words, a kind of item, a year. */
export function StrategyFilters({ filter, years, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kind = strategyKinds.find((one) => one === form.get("kind")) ?? null;
    const year = years.find((one) => String(one) === form.get("year")) ?? null;
    onChange({ search: String(form.get("search") ?? "").trim(), kind, year });
  };
  return (
    // Anew when the address says something else: who goes back sees what they had looked for.
    <search key={JSON.stringify(filter)}>
      <form className="strategy-filters" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-search`}>{t("strategy.search")}</label>
          <input
            id={`${id}-search`}
            name="search"
            type="search"
            className="form-control"
            maxLength={100}
            defaultValue={filter.search}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t("strategy.kind")}</label>
          <select id={`${id}-kind`} name="kind" className="form-select" defaultValue={filter.kind ?? ""}>
            <option value="">{t("strategy.allKinds")}</option>
            {strategyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`strategy.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-year`}>{t("strategy.year")}</label>
          <select id={`${id}-year`} name="year" className="form-select" defaultValue={filter.year ?? ""}>
            <option value="">{t("strategy.allYears")}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn btn-primary">
          {t("strategy.find")}
        </button>
        <button
          type="button"
          className="btn btn-outline-primary"
          onClick={() => onChange({ search: "", kind: null, year: null })}
        >
          {t("strategy.clear")}
        </button>
      </form>
    </search>
  );
}
