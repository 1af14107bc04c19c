import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { insertReused, type ReusedObjective } from "../../editor/objective/insert-reused.ts";
import type { TextTools } from "../../editor/text-tools.ts";
import { PlansOfSectionDocument } from "../../generated/graphql.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { planTitle } from "../../ui/plan-title.ts";
import { canInsertObjective, insertObjective } from "./insert-objective.ts";
import { PlanCoverage } from "./plan-coverage.tsx";
import { ReuseDialog } from "./reuse-dialog.tsx";
import "./strategy.css";

interface Props {
  readonly tools: TextTools | null;
  readonly section: { readonly id: string };
}

/** Beside a text: what the plan that it stands in does not cover yet of the Piano triennale. A shared text stands in the plan
 *  of each body; who works for several chooses one. */
export function CoveragePanel({ tools, section }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const title = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error } = useQuery(PlansOfSectionDocument, { variables: { sectionId: section.id } });
  const [reusing, setReusing] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const plans = data?.plansOfSection;
  const plan = plans?.find(({ id }) => id === chosen) ?? plans?.[0];
  const text =
    tools && canInsertObjective(tools.editor)
      ? { insert: (code: string) => insertObjective(tools.editor, code), reuse: setReusing }
      : null;
  const insertReusedIn = ({ editor: { state, view } }: TextTools, objective: ReusedObjective) => {
    const isDone = insertReused(objective)(state, view.dispatch, view);
    if (isDone) view.focus();
    setSaid(t(isDone ? "objective.reuse.inserted" : "objective.reuse.notHere", { title: objective.title }));
  };
  return (
    <section aria-labelledby={title} className="coverage-panel">
      <h2 id={title}>{t("strategy.coverage.title")}</h2>
      {!plans && !error && <Loading />}
      {!plans && error !== undefined && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
      {plans && !plan && <p>{t("strategy.coverage.noPlan")}</p>}
      {plans && plans.length > 1 && (
        <ChoiceField
          label={t("strategy.coverage.plan")}
          value={plan?.id ?? null}
          options={plans.map((one) => ({ value: one.id, words: planTitle(one, t) }))}
          onChoose={setChosen}
        />
      )}
      {plan && <PlanCoverage key={plan.id} planId={plan.id} text={text} />}
      <p role="status">{said}</p>
      {tools && reusing !== null && (
        <ReuseDialog
          sectionId={section.id}
          item={reusing}
          onInsert={(objective) => insertReusedIn(tools, objective)}
          onClose={() => setReusing(null)}
        />
      )}
    </section>
  );
}
