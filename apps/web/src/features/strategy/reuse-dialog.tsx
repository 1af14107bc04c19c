import { useApolloClient, useQuery } from "@apollo/client/react";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import type { ReuseProps } from "../../editor/objective/objective-sources.ts";
import {
  type ReusableObjectiveLineFragment,
  ReusableObjectivesDocument,
  type StrategyChoiceFragment,
} from "../../generated/graphql.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { loadItemsOfSection } from "./load-items.ts";
import "./strategy.css";

interface Props extends ReuseProps {
  readonly sectionId: string;
  /** The item that the objective should name, where it is looked for from one. */
  readonly item?: string;
}

/** Objectives of the office's texts and of published plans, of which one is written anew in the open text. */
export function ReuseDialog({ sectionId, item: wanted, onInsert, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const words = useId();
  const results = useExpectedResults(sectionId, wanted);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<{ search: string; item: string | null }>({
    search: "",
    item: wanted ?? null,
  });
  const { data, previousData, error, loading } = useQuery(ReusableObjectivesDocument, {
    variables: asked,
    fetchPolicy: "cache-and-network",
  });
  const found = (data ?? previousData)?.reusableObjectives;
  const search = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ ...asked, search: typed.trim() });
  };
  return (
    <Dialog title={t("objective.reuse.title")} onClose={onClose}>
      {(close) => (
        <div className="reuse">
          <p>{t("objective.reuse.intro")}</p>
          <form className="reuse-filters" onSubmit={search}>
            <div className="field">
              <label htmlFor={words}>{t("objective.reuse.words")}</label>
              <input
                id={words}
                type="search"
                className="form-control"
                maxLength={100}
                value={typed}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            </div>
            <ChoiceField<string | null>
              label={t("objective.reuse.item")}
              value={asked.item}
              options={[
                { value: null, words: t("objective.reuse.anyItem") },
                ...results.map(({ code, title }) => ({ value: code, words: `${code} ${title}` })),
              ]}
              onChoose={(item) => setAsked({ ...asked, item })}
            />
            <button type="submit" className="btn btn-primary btn-sm">
              {t("objective.reuse.search")}
            </button>
          </form>
          <p role="status">{found && !loading && t("objective.reuse.found", { count: found.length })}</p>
          {!found && !error && <Loading />}
          {error && (
            <Notice kind="danger" role="alert">
              {sentence(problemOf(error))}
            </Notice>
          )}
          <ul className="reuse-found">
            {found?.map((objective) => (
              <Reusable
                key={objective.origin}
                objective={objective}
                onInsert={() => {
                  close();
                  onInsert(objective);
                }}
              />
            ))}
          </ul>
          <button type="button" className="btn btn-outline-primary btn-sm" onClick={close}>
            {t("objective.reuse.close")}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface ReusableProps {
  readonly objective: ReusableObjectiveLineFragment;
  readonly onInsert: () => void;
}

/** What it would bring into the text. */
function Reusable({ objective, onInsert }: ReusableProps) {
  const { t } = useTranslation();
  const { title, ownerName, firstYear, isPublished, items, indicators } = objective;
  const from = { owner: ownerName, first: firstYear, last: firstYear + 2 };
  return (
    <li>
      <h3 lang="it">{title}</h3>
      <p>
        {t(isPublished ? "objective.reuse.fromPublished" : "objective.reuse.from", from)}
        {items.length > 0 && <> · {items.join(" ")}</>}
      </p>
      {indicators.length > 0 && (
        <ul aria-label={t("objective.reuse.indicators", { title })}>
          {indicators.map(({ name, unit, direction }) => (
            <li key={`${name} ${unit} ${direction}`}>
              <span lang="it">{name}</span> ({t(`objective.unit.${unit}`)},{" "}
              {t(`objective.direction.${direction}`)})
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="btn btn-outline-primary btn-xs"
        aria-label={t("objective.reuse.insertThis", { title, ...from })}
        onClick={onInsert}
      >
        {t("objective.reuse.insert")}
      </button>
    </li>
  );
}

/** The expected results by which to look, and the item from which the search was begun. */
function useExpectedResults(sectionId: string, wanted: string | undefined): StrategyChoiceFragment[] {
  const client = useApolloClient();
  const [items, setItems] = useState<readonly StrategyChoiceFragment[]>([]);
  useEffect(() => {
    let isHere = true;
    loadItemsOfSection(client, sectionId).then(
      (found) => isHere && setItems(found),
      // The search says that nobody answers.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [client, sectionId]);
  return items.filter(({ kind, code }) => kind === "EXPECTED_RESULT" || code === wanted);
}
