import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { insertReused, type ReusedObjective } from "../../editor/objective/insert-reused.ts";
import type { TextTools } from "../../editor/text-tools.ts";
import { type CoverageLineFragment, PlanCoverageDocument } from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { canInsertObjective, insertObjective } from "./insert-objective.ts";
import { ReuseDialog } from "./reuse-dialog.tsx";
import { StrategyItemFacts, StrategyItemTitle } from "./strategy-item-view.tsx";

interface Props {
  readonly planId: string;
  /** The open text, where this stands beside one. */
  readonly tools: TextTools | null;
  /** The section of that text. */
  readonly sectionId: string | null;
}

/** What a plan covers of the Piano triennale, by chapter: at first what it does not. */
export function PlanCoverage({ planId, tools, sectionId }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [all, open] = [useId(), useId()];
  const [showsAddressed, setShowsAddressed] = useState(false);
  const [showsOpen, setShowsOpen] = useState(false);
  const [said, setSaid] = useState("");
  const [reusing, setReusing] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(PlanCoverageDocument, {
    variables: { planId },
    fetchPolicy: "cache-and-network",
  });
  if (!data) {
    return error ? (
      <Notice kind="danger" role="alert">
        {sentence(problemOf(error))}
      </Notice>
    ) : (
      <Loading />
    );
  }
  const coverage = data.planCoverage;
  if (!coverage) return <p>{t("strategy.noEdition")}</p>;
  const { edition, total, addressed } = coverage;
  const isShown = ({ isAddressed, term }: CoverageLineFragment) =>
    (showsAddressed || !isAddressed) && (showsOpen || term === "DUE");
  const chapters = coverage.chapters
    .map(({ chapter, lines }) => ({ chapter, lines: lines.filter(isShown) }))
    .filter(({ lines }) => lines.length > 0);
  const insertReusedIn = (open: TextTools, objective: ReusedObjective) => {
    const { state, view } = open.editor;
    const isDone = insertReused(objective)(state, view.dispatch, view);
    if (isDone) view.focus();
    setSaid(t(isDone ? "objective.reuse.inserted" : "objective.reuse.notHere", { title: objective.title }));
  };
  return (
    <>
      {tools && sectionId && reusing !== null && (
        <ReuseDialog
          sectionId={sectionId}
          item={reusing}
          onInsert={(objective) => insertReusedIn(tools, objective)}
          onClose={() => setReusing(null)}
        />
      )}
      <p>{t("strategy.coverage.summary", { addressed, total, edition })}</p>
      <p>
        <input
          id={open}
          type="checkbox"
          checked={showsOpen}
          onChange={({ currentTarget }) => setShowsOpen(currentTarget.checked)}
        />{" "}
        <label htmlFor={open}>{t("strategy.coverage.showOpen")}</label>
        <br />
        <input
          id={all}
          type="checkbox"
          checked={showsAddressed}
          onChange={({ currentTarget }) => setShowsAddressed(currentTarget.checked)}
        />{" "}
        <label htmlFor={all}>{t("strategy.coverage.showAddressed")}</label>
      </p>
      <p>
        <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => void refetch()}>
          {t("strategy.coverage.again")}
        </button>
      </p>
      <p role="status">{said}</p>
      {chapters.length === 0 && <p>{t("strategy.coverage.nothing")}</p>}
      {chapters.map(({ chapter, lines }) => (
        <details key={chapter.id}>
          <summary>
            <span lang="it">{chapter.title}</span> ({lines.length})
          </summary>
          <ul className="coverage-lines">
            {lines.map((line) => (
              <Line key={line.item.id} line={line} tools={tools} onSay={setSaid} onReuse={setReusing} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

interface LineProps {
  readonly line: CoverageLineFragment;
  readonly tools: TextTools | null;
  readonly onSay: (sentence: string) => void;
  /** Asks for objectives that name this code. */
  readonly onReuse: (code: string) => void;
}

function Line({ line: { item, isAddressed, objectives }, tools, onSay, onReuse }: LineProps) {
  const { t } = useTranslation();
  const { code } = item;
  const copy = async () => {
    const isDone = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    onSay(t(isDone ? "strategy.coverage.copied" : "strategy.coverage.notCopied", { code }));
  };
  const insert = (open: TextTools) => {
    insertObjective(open.editor, code);
    onSay(t("strategy.coverage.inserted", { code }));
  };
  return (
    <li>
      <StrategyItemTitle item={item} />
      <StrategyItemFacts item={item} />
      <div className="coverage-actions">
        {isAddressed && <strong>{t("strategy.coverage.addressed")}</strong>}
        {objectives.map(({ id, sectionId, title }) => (
          <Link key={id} to={`/sezioni/${sectionId}`} lang="it">
            {title}
          </Link>
        ))}
        {!isAddressed && tools && canInsertObjective(tools.editor) && (
          <>
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => insert(tools)}>
              {t("strategy.coverage.insert", { code })}
            </button>
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => onReuse(code)}>
              {t("objective.reuse.forItem", { code })}
            </button>
          </>
        )}
        <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => void copy()}>
          {t("strategy.coverage.copy", { code })}
        </button>
      </div>
    </li>
  );
}
