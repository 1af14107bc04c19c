import { useQuery } from "@apollo/client/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  StrategyChapterDocument,
  type StrategyItemLineFragment,
  StrategyTopDocument,
} from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StrategyItemFacts, StrategyItemTitle } from "./strategy-item-view.tsx";

/** An edition by its chapters, each to be opened down to its lines of action: disclosures of the page's own kind, which every
 *  screen reader knows. */
export function StrategyTree({ edition }: { readonly edition: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(StrategyTopDocument, { variables: { edition } });
  if (!data) return error ? <Failed error={error} /> : <Loading />;
  const [chapters, tools] = [data.chapters, data.tools].map(({ edges }) => edges.map(({ node }) => node));
  return (
    <div className="strategy-tree">
      <h2>{t("strategy.chapters")}</h2>
      {chapters!.map((chapter) => (
        <Chapter key={chapter.id} chapter={chapter} />
      ))}
      {tools!.length > 0 && (
        <>
          <h2>{t("strategy.tools")}</h2>
          <ul className="strategy-items">
            {tools!.map((tool) => (
              <li key={tool.id}>
                <StrategyItemTitle item={tool} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Chapter({ chapter }: { readonly chapter: StrategyItemLineFragment }) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>
        <StrategyItemTitle item={chapter} />
      </summary>
      {wasOpened && <Objectives edition={chapter.edition} code={chapter.code} />}
    </details>
  );
}

function Objectives({ edition, code }: { readonly edition: string; readonly code: string }) {
  const { data, error } = useQuery(StrategyChapterDocument, { variables: { edition, code } });
  if (!data) return error ? <Failed error={error} /> : <Loading />;
  return data.strategyItem?.children.map((objective) => (
    <section key={objective.id} className="strategy-objective">
      <h3>
        <StrategyItemTitle item={objective} />
      </h3>
      {objective.children.map((item) =>
        item.kind === "EXPECTED_RESULT" ? (
          <details key={item.id}>
            <summary>
              <StrategyItemTitle item={item} />
            </summary>
            <StrategyItemFacts item={item} />
            <Lines>
              {item.children.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </Lines>
          </details>
        ) : (
          <Lines key={item.id}>
            <Line line={item} />
          </Lines>
        ),
      )}
    </section>
  ));
}

function Lines({ children }: { readonly children: ReactNode }) {
  return <ul className="strategy-items">{children}</ul>;
}

function Line({ line }: { readonly line: StrategyItemLineFragment }) {
  return (
    <li>
      <StrategyItemTitle item={line} />
      <StrategyItemFacts item={line} />
    </li>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const sentence = useProblemSentence();
  return (
    <Notice kind="danger" role="alert">
      {sentence(problemOf(error))}
    </Notice>
  );
}
