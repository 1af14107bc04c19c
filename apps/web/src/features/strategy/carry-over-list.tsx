import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Problem, problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { CarryOverLinksDocument, PlanCarryOverDocument } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { type ChangedLink, type LinkChoice, LinkChoiceField } from "./link-choice.tsx";
import { StrategyItemTitle } from "./strategy-item-view.tsx";

interface Props {
  readonly planId: string;
  readonly mayWrite: boolean;
}

/** Where there is a newer edition than the plan's: which links of its objectives it has changed, what becomes of each, and the step
 *  to it. Nothing is shown where the plan's is the newest. */
export function CarryOverList({ planId, mayWrite }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [choices, setChoices] = useState<ReadonlyMap<string, LinkChoice>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wasApplied, setApplied] = useState(false);
  const { data } = useQuery(PlanCarryOverDocument, {
    variables: { planId },
    fetchPolicy: "cache-and-network",
  });
  // What the plan covers is another matter then, wherever the page says it.
  const [carry, { loading }] = useMutation(CarryOverLinksDocument, {
    refetchQueries: "active",
    awaitRefetchQueries: true,
  });
  const edition = data?.plan?.strategyEdition;
  const newest = data?.strategyEditions[0]?.code;
  if (!data || !edition || !newest) return null;
  const applied = wasApplied && (
    <Notice kind="success" role="status">
      {t(newest === edition ? "strategy.carryOver.moved" : "strategy.carryOver.applied", { edition })}
    </Notice>
  );
  if (newest === edition) return applied || null;

  const links = data.planCarryOver;
  const objectives = [...new Set(links.map(({ objective }) => objective.id))];
  const ready = objectives.filter((id) => isDecided(links.filter(({ objective }) => objective.id === id)));
  const isIdle = loading || (links.length > 0 && ready.length === 0);
  const apply = async () => {
    if (isIdle) return;
    setProblem(null);
    setApplied(false);
    const decisions = links
      .filter(({ objective }) => ready.includes(objective.id))
      .map((link) => ({
        objectiveId: link.objective.id,
        code: link.code,
        to: choices.get(nameOf(link))?.to ?? null,
      }));
    await carry({ variables: { planId, edition: newest, decisions } })
      .then(() => setApplied(true))
      .catch((error: unknown) => setProblem(problemOf(error)));
  };
  return (
    <div>
      <p>{t("strategy.carryOver.intro", { edition, newest })}</p>
      {applied}
      {links.length === 0 ? (
        <p>{t("strategy.carryOver.nothing")}</p>
      ) : (
        <StackingTable<ChangedLink>
          caption={t("strategy.carryOver.caption")}
          rows={links}
          keyOf={nameOf}
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
            ...(mayWrite
              ? [{ key: "decision", words: t("strategy.carryOver.decision"), cell: decisionOn }]
              : []),
          ]}
        />
      )}
      {problem && (
        <Notice kind="danger" role="alert">
          {sentence(problem)}
        </Notice>
      )}
      {mayWrite && links.length > 0 && (
        <>
          <p>
            {t("strategy.carryOver.together")}{" "}
            {links.some(({ mayDecide }) => !mayDecide) && t("strategy.carryOver.shutHint")}
          </p>
          <p role="status">
            {t("strategy.carryOver.progress", { ready: ready.length, of: objectives.length })}
          </p>
        </>
      )}
      {mayWrite && (
        <button type="button" className="btn btn-primary" aria-disabled={isIdle} onClick={() => void apply()}>
          {t(links.length > 0 ? "strategy.carryOver.apply" : "strategy.carryOver.move", { newest })}
        </button>
      )}
    </div>
  );

  function decisionOn(link: ChangedLink) {
    if (!link.mayDecide) return t("strategy.carryOver.shut");
    return (
      <LinkChoiceField
        link={link}
        edition={newest!}
        choice={choices.get(nameOf(link)) ?? null}
        onChoose={(choice) => choose(link, choice)}
      />
    );
  }

  function choose(link: ChangedLink, choice: LinkChoice | null) {
    const others = [...choices].filter(([name]) => name !== nameOf(link));
    setChoices(new Map(choice ? [...others, [nameOf(link), choice]] : others));
    setApplied(false);
  }

  /** All links of an objective: of half of it nobody could say of which edition its codes are. */
  function isDecided(ofObjective: readonly ChangedLink[]): boolean {
    return ofObjective.every((link) => {
      const choice = choices.get(nameOf(link));
      return link.mayDecide && choice !== undefined && (choice.way === "DROP" || choice.to !== null);
    });
  }
}

function nameOf({ objective, code }: ChangedLink): string {
  return `${objective.id} ${code}`;
}
