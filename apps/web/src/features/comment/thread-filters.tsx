import { threadKinds, threadStates } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../ui/choice-field.tsx";
import type { ThreadFilter } from "./order-threads.ts";

interface Props {
  readonly filter: ThreadFilter;
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly onFilter: (filter: ThreadFilter) => void;
}

/** Which threads are shown: by state, kind and person. */
export function ThreadFilters({ filter, writers, onFilter }: Props) {
  const { t } = useTranslation();
  const all = { value: "", words: t("comment.all") } as const;
  return (
    <fieldset className="thread-filters" aria-label={t("comment.filters")}>
      <ChoiceField<ThreadFilter["state"]>
        label={t("comment.state")}
        value={filter.state}
        options={[all, ...threadStates.map((value) => ({ value, words: t(`comment.states.${value}`) }))]}
        onChoose={(state) => onFilter({ ...filter, state })}
      />
      <ChoiceField<ThreadFilter["kind"]>
        label={t("comment.kind")}
        value={filter.kind}
        options={[all, ...threadKinds.map((value) => ({ value, words: t(`comment.kinds.${value}`) }))]}
        onChoose={(kind) => onFilter({ ...filter, kind })}
      />
      <ChoiceField<string>
        label={t("comment.person")}
        value={filter.personId}
        options={[all, ...writers.map(({ id: value, name: words }) => ({ value, words }))]}
        onChoose={(personId) => onFilter({ ...filter, personId })}
      />
    </fieldset>
  );
}
