import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem.ts";
import { useProblemSentence } from "../api/problem-sentence.ts";
import type { StrategyFilter } from "../features/strategy/strategy-filters.tsx";
import { StrategyItemFacts, StrategyItemTitle } from "../features/strategy/strategy-item-view.tsx";
import { FindStrategyItemsDocument } from "../generated/graphql.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { MoreButton } from "./more-button.tsx";

interface Props {
  readonly edition: string;
  readonly filter: StrategyFilter;
}

/** The items of an edition that are looked for, in the order of its text. */
export function StrategyFound({ edition, filter }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const { data, error, fetchMore } = useQuery(FindStrategyItemsDocument, {
    variables: { edition, ...filter },
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
  const { edges, pageInfo } = data.strategyItems;
  return (
    <section aria-labelledby="strategy-found">
      <h2 id="strategy-found">{t("strategy.found")}</h2>
      <p role="status">
        {t(edges.length === 0 ? "strategy.none" : "strategy.shown", { count: edges.length })}
      </p>
      <ul className="strategy-items">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <small>
              {t(`strategy.kinds.${node.kind}`)}
              {node.parent && (
                <>
                  {" · "}
                  <span lang="it">
                    {node.parent.code} {node.parent.title}
                  </span>
                </>
              )}
            </small>
            <div>
              <StrategyItemTitle item={node} />
            </div>
            <StrategyItemFacts item={node} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={edges.length}
          onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
        />
      )}
    </section>
  );
}
