import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BodyNameFragment, MyPlansDocument, type PlanCoverFragment } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { StartPlanForm } from "./start-plan-form.tsx";

export interface StartProps {
  /** The bodies whose plans I may begin; at least one. */
  readonly bodies: readonly BodyNameFragment[];
  /** The plan to go on from, where one is in view. */
  readonly from?: PlanCoverFragment;
}

/** Begins the plan of a triennium. */
export function StartPlanButton(props: StartProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(MyPlansDocument, { skip: !isOpen, fetchPolicy: "network-only" });
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t(props.from ? "plan.start.openFrom" : "plan.start.open")}
      </button>
      {isOpen && data && (
        <Dialog title={t("plan.start.title")} onClose={() => setOpen(false)}>
          {(close) => <StartPlanForm {...props} plans={data.myPlans} onStop={close} />}
        </Dialog>
      )}
    </>
  );
}
