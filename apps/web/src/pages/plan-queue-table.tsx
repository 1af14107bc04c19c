import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { SubmittedSince } from "../features/review/submitted-since.tsx";
import { PlanDeadline } from "../features/workflow/plan-deadline.tsx";
import type { PlanQueueQuery } from "../generated/graphql.ts";
import { planTitle } from "../ui/plan-title.ts";
import { StackingTable } from "../ui/stacking-table.tsx";

type QueuedPlan = PlanQueueQuery["planQueue"]["edges"][number]["node"];

interface Props {
  readonly plans: readonly QueuedPlan[];
  /** Null: these are all. */
  readonly onMore: (() => Promise<unknown>) | null;
}

/** The submitted plans that wait for a reviewer. */
export function PlanQueueTable({ plans, onMore }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <StackingTable<QueuedPlan>
        caption={t("review.plansCaption")}
        rows={plans}
        keyOf={({ plan }) => plan.id}
        columns={[
          {
            key: "plan",
            words: t("review.column.plan"),
            cell: ({ plan }) => <Link to={`/piani/${plan.id}`}>{planTitle(plan, t)}</Link>,
          },
          {
            key: "submitted",
            words: t("review.column.submittedPlan"),
            cell: ({ submittedAt }) => <SubmittedSince at={submittedAt} />,
          },
          {
            key: "deadline",
            words: t("review.column.deadline"),
            cell: ({ plan }) => <PlanDeadline deadline={plan.deadline} isOver={false} />,
          },
        ]}
      />
      {onMore && (
        <p>
          <button type="button" className="btn btn-outline-primary" onClick={() => void onMore()}>
            {t("review.morePlans")}
          </button>
        </p>
      )}
    </>
  );
}
