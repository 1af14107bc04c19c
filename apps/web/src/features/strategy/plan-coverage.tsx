import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type CoverageLineFragment, PlanCoverageDocument } from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StrategyItemFacts, StrategyItemTitle } from "./strategy-item-view.tsx";

interface Props {
  readonly planId: string;
  /** Where this stands beside a text in which objectives may be written now. */
  readonly text: CoverageText | null;
}

/** What can be done for an item in an open text. Given, and not imported: the page of a plan does without the editor. */
export interface CoverageText {
  readonly insert: (code: string) => void;
  /** Asks for objectives of other plans that name it. */
  readonly reuse: (code: string) => void;
}

/** What a plan covers of the Piano triennale, by chapter: at first what it does not. */
export function PlanCoverage({ planId, text }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [all, open] = [useId(), useId()];
  const [showsAddressed, setShowsAddressed] = useState(false);
  const [showsOpen, setShowsOpen] = useState(false);
  const [said, setSaid] = useState("");
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
  return (
    <>
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
              <Line key={line.item.id} line={line} text={text} onSay={setSaid} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

interface LineProps {
  readonly line: CoverageLineFragment;
  readonly text: CoverageText | null;
  readonly onSay: (sentence: string) => void;
}

function Line({ line: { item, isAddressed, objectives }, text, onSay }: LineProps) {
  const { t } = useTranslation();
  const { code } = item;
  const copy = async () => {
    const isDone = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    onSay(t(isDone ? "strategy.coverage.copied" : "strategy.coverage.notCopied", { code }));
  };
  const insert = (into: CoverageText) => {
    into.insert(code);
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
        {!isAddressed && text && (
          <>
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => insert(text)}>
              {t("strategy.coverage.insert", { code })}
            </button>
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => text.reuse(code)}>
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
