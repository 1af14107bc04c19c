import { threadKinds, threadStates } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadFilter } from "./order-threads.ts";

interface Props {
  readonly filter: ThreadFilter;
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly onFilter: (filter: ThreadFilter) => void;
}

/** Which threads are shown: by state, kind and person. */
export function ThreadFilters({ filter, writers, onFilter }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="thread-filters" aria-label={t("comment.filters")}>
      <Choice
        label={t("comment.state")}
        value={filter.state}
        options={threadStates.map((value) => ({ value, words: t(`comment.states.${value}`) }))}
        onChoose={(value) => onFilter({ ...filter, state: threadStates.find((one) => one === value) ?? "" })}
      />
      <Choice
        label={t("comment.kind")}
        value={filter.kind}
        options={threadKinds.map((value) => ({ value, words: t(`comment.kinds.${value}`) }))}
        onChoose={(value) => onFilter({ ...filter, kind: threadKinds.find((one) => one === value) ?? "" })}
      />
      <Choice
        label={t("comment.person")}
        value={filter.personId}
        options={writers.map(({ id: value, name: words }) => ({ value, words }))}
        onChoose={(personId) => onFilter({ ...filter, personId })}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="form-select" value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{t("comment.all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
