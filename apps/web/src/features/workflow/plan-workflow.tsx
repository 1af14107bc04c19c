import { useMutation } from "@apollo/client/react";
import { mayWritePlan } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import {
  AdvancePlanDocument,
  type MyselfFragment,
  type PlanCoverFragment,
  type PlanWorkflowFragment,
} from "../../generated/graphql.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { PlanDeadline } from "./plan-deadline.tsx";
import { StepButtons, type StepDialogFor } from "./step-buttons.tsx";
import { StepList } from "./step-list.tsx";

interface Props {
  readonly plan: PlanWorkflowFragment & Pick<PlanCoverFragment, "body">;
  readonly memberships: MyselfFragment["memberships"];
  /** Dialogs of the steps that come with an act, or with what is amended. */
  readonly dialogFor?: StepDialogFor;
}

/** Whose turn a plan is, what it lacks, and what this person may do about it. */
export function PlanWorkflow({ plan, memberships, dialogFor }: Props) {
  const { t } = useTranslation();
  const [advance] = useMutation(AdvancePlanDocument);
  const { id, state, steps, nextSteps, gaps } = plan;
  const posts = memberships.map(({ role, body }) => ({ role, bodyId: body.id }));
  const isOver = state === "ADOPTED" || state === "PUBLISHED";
  const missing = gaps.filter(({ required }) => required);
  return (
    <section className="workflow" aria-label={t("workflow.title")}>
      <div className="workflow-deadline">
        {t("workflow.deadline.label")}: <PlanDeadline deadline={plan.deadline} isOver={isOver} />
        {plan.deadlineReason && <span lang="it">{plan.deadlineReason}</span>}
        {!isOver && mayWritePlan({ bodyId: plan.body.id }, posts) && <DeadlineForm plan={plan} />}
      </div>
      <p className="workflow-sentence" role="status">
        {t(`workflow.turnOfPlan.${state}`)}
      </p>
      <div className="workflow-steps">
        <StepButtons
          of="plan"
          steps={nextSteps}
          needsReason={({ action, needsReason }) =>
            needsReason || (action === "SUBMIT" && missing.length > 0)
          }
          notice={
            missing.length > 0
              ? t("workflow.lacks", { parts: missing.map(({ number }) => number).join(", ") })
              : null
          }
          dialogFor={dialogFor}
          onStep={async (action, reason) => {
            await advance({ variables: { id, action, reason } });
          }}
        />
      </div>
      {gaps.length > 0 && (
        <details className="plan-gaps">
          <summary>{t("workflow.gaps", { count: gaps.length })}</summary>
          <ul>
            {gaps.map(({ number, title, what, required }) => (
              <li key={number}>
                <span lang="it">
                  {number} {title}
                </span>
                : {t(`workflow.gap.${what}`)} ({t(required ? "plan.required" : "plan.optional")})
              </li>
            ))}
          </ul>
        </details>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t("workflow.history")}</summary>
          <StepList of="plan" steps={steps} />
        </details>
      )}
    </section>
  );
}
