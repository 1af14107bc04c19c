import { strategyKinds } from "@upiao/domain";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StrategyKind } from "../../generated/graphql.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";

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
export function StrategyFilters(props: Props) {
  return (
    // Anew when the address says something else: who goes back sees what they had looked for.
    <search key={JSON.stringify(props.filter)}>
      <FilterForm {...props} />
    </search>
  );
}

function FilterForm({ filter, years, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [kind, setKind] = useState(filter.kind);
  const [year, setYear] = useState(filter.year);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const search = String(new FormData(event.currentTarget).get("search") ?? "").trim();
    onChange({ search, kind, year });
  };
  return (
    <form className="strategy-filters" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t("strategy.search")}</label>
        <input
          id={id}
          name="search"
          type="search"
          className="form-control"
          maxLength={100}
          defaultValue={filter.search}
        />
      </div>
      <ChoiceField<StrategyKind | null>
        label={t("strategy.kind")}
        value={kind}
        options={[
          { value: null, words: t("strategy.allKinds") },
          ...strategyKinds.map((one) => ({ value: one, words: t(`strategy.kinds.${one}`) })),
        ]}
        onChoose={setKind}
      />
      <ChoiceField<number | null>
        label={t("strategy.year")}
        value={year}
        options={[
          { value: null, words: t("strategy.allYears") },
          ...years.map((one) => ({ value: one, words: one })),
        ]}
        onChoose={setYear}
      />
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
  );
}
