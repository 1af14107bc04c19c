import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FindStrategyItemsDocument, type PlanCarryOverQuery } from "../../generated/graphql.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useRested } from "../../ui/use-rested.ts";

export type ChangedLink = PlanCarryOverQuery["planCarryOver"][number];

/** What a person has chosen for a link. `to` of another item is null until one is found. */
export type LinkChoice =
  | { readonly way: "ACCEPT" | "OTHER"; readonly to: string | null }
  | { readonly way: "DROP"; readonly to: null };

interface Props {
  readonly link: ChangedLink;
  /** The new edition. */
  readonly edition: string;
  readonly choice: LinkChoice | null;
  readonly onChoose: (choice: LinkChoice | null) => void;
}

/** What becomes of a link: the item that is proposed, another, or nothing. */
export function LinkChoiceField({ link, edition, choice, onChoose }: Props) {
  const { t } = useTranslation();
  const { code, objective, proposal } = link;
  const choose = (way: LinkChoice["way"] | null) => {
    if (way === null) return onChoose(null);
    if (way === "DROP") return onChoose({ way, to: null });
    onChoose({ way, to: way === "ACCEPT" ? (proposal?.code ?? null) : null });
  };
  return (
    <>
      <ChoiceField<LinkChoice["way"] | null>
        label={t("strategy.carryOver.decide", { code, objective: objective.title })}
        value={choice?.way ?? null}
        options={[
          { value: null, words: t("strategy.carryOver.undecided") },
          ...(proposal
            ? [{ value: "ACCEPT" as const, words: t("strategy.carryOver.accept", { item: proposal.label }) }]
            : []),
          { value: "OTHER", words: t("strategy.carryOver.other") },
          { value: "DROP", words: t("strategy.carryOver.drop") },
        ]}
        onChoose={choose}
      />
      {choice?.way === "OTHER" && (
        <OtherItem
          code={code}
          edition={edition}
          chosen={choice.to}
          onChoose={(to) => onChoose({ way: "OTHER", to })}
        />
      )}
    </>
  );
}

interface OtherProps {
  readonly code: string;
  readonly edition: string;
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
}

/** Looks for an item of the new edition, and chooses among those that are found. */
function OtherItem({ code, edition, chosen, onChoose }: OtherProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState("");
  const search = useRested(typed.trim());
  const { data, previousData } = useQuery(FindStrategyItemsDocument, {
    skip: search === "",
    variables: { edition, search },
  });
  const found = (data ?? previousData)?.strategyItems.edges.map(({ node }) => node) ?? [];
  // What was chosen stays to be seen while something else is looked for.
  const kept = chosen !== null && !found.some((item) => item.code === chosen) ? [chosen] : [];
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t("strategy.carryOver.search", { code })}</label>
        <input
          id={id}
          type="search"
          className="form-control"
          maxLength={100}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <ChoiceField<string | null>
        label={t("strategy.carryOver.item", { code })}
        value={chosen}
        options={[
          { value: null, words: t("strategy.carryOver.noItem") },
          ...kept.map((value) => ({ value, words: value })),
          ...found.map((item) => ({ value: item.code, words: `${item.label} ${item.title}` })),
        ]}
        onChoose={onChoose}
      />
    </>
  );
}
