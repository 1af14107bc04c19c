import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Problem, problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  PlanCarryOverDocument,
  type PlanCarryOverQuery,
  SetStrategyEditionDocument,
} from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { StrategyItemTitle } from "./strategy-item-view.tsx";

type Carried = PlanCarryOverQuery["planCarryOver"][number];

interface Props {
  readonly planId: string;
  readonly mayWrite: boolean;
}

/** Where there is a newer edition than the plan's: which links of its objectives it has changed and what each could become,
 *  and the step to it. Nothing is shown where the plan's is the newest. */
export function CarryOverList({ planId, mayWrite }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { data, refetch } = useQuery(PlanCarryOverDocument, {
    variables: { planId },
    fetchPolicy: "cache-and-network",
  });
  const [move] = useMutation(SetStrategyEditionDocument);
  const edition = data?.plan?.strategyEdition;
  const newest = data?.strategyEditions[0]?.code;
  if (!data || !edition || !newest || newest === edition) return null;
  const moveTo = async () => {
    setProblem(null);
    await move({ variables: { planId, edition: newest } })
      .then(() => refetch())
      .catch((error: unknown) => setProblem(problemOf(error)));
  };
  return (
    <div>
      <p>{t("strategy.carryOver.intro", { edition, newest })}</p>
      {data.planCarryOver.length === 0 ? (
        <p>{t("strategy.carryOver.nothing")}</p>
      ) : (
        <StackingTable<Carried>
          caption={t("strategy.carryOver.caption")}
          rows={data.planCarryOver}
          keyOf={({ objective, code }) => `${objective.id} ${code}`}
          columns={[
            {
              key: "objective",
              words: t("strategy.kinds.OBJECTIVE"),
              cell: ({ objective }) => (
                <Link to={`/sezioni/${objective.sectionId}`} lang="it">
                  {objective.title}
                </Link>
              ),
            },
            {
              key: "from",
              words: t("strategy.carryOver.from"),
              cell: ({ code, from }) => (from ? <StrategyItemTitle item={from} /> : code),
            },
            {
              key: "change",
              words: t("strategy.carryOver.change"),
              cell: ({ change }) => t(`strategy.carryOver.changes.${change}`),
            },
            {
              key: "proposal",
              words: t("strategy.carryOver.proposal"),
              cell: ({ proposal }) =>
                proposal ? <StrategyItemTitle item={proposal} /> : t("strategy.carryOver.noProposal"),
            },
          ]}
        />
      )}
      {problem && (
        <Notice kind="danger" role="alert">
          {sentence(problem)}
        </Notice>
      )}
      {mayWrite && (
        <button type="button" className="btn btn-outline-primary" onClick={() => void moveTo()}>
          {t("strategy.carryOver.move", { newest })}
        </button>
      )}
    </div>
  );
}
