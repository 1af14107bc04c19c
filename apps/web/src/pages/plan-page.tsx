import { useQuery } from "@apollo/client/react";
import {
  isOpenToChange,
  mayReadRemarks,
  mayTakeRecord,
  mayWritePlan,
  measuresPath,
  remarksPath,
} from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { AdoptionList } from "../features/adoption/adoption-list.tsx";
import type { AmendableSection } from "../features/adoption/amend-dialog.tsx";
import { stepDialogOf } from "../features/adoption/step-dialog-of.tsx";
import { ExportButton } from "../features/export/export-button.tsx";
import { AddSectionButton } from "../features/plan/add-section-button.tsx";
import { PlanFacts } from "../features/plan/plan-facts.tsx";
import { StartPlanButton } from "../features/plan/start-plan-button.tsx";
import { RecordButton } from "../features/review/record-button.tsx";
import { postsOf } from "../features/section/section-facts.ts";
import { usePresence } from "../features/section/use-presence.ts";
import { PlanStrategy } from "../features/strategy/plan-strategy.tsx";
import { PlanWorkflow } from "../features/workflow/plan-workflow.tsx";
import { PlanPageDocument, type PlanPageQuery } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { planTitle } from "../ui/plan-title.ts";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";
import { PlanOutline } from "./plan-outline.tsx";

/** A body's plan: the outline of its PIAO, with the shared section where this body places it. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const me = useMyself();
  const { data, error, refetch } = useQuery(PlanPageDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const reload = () => void refetch();
  const plan = data?.plan;
  usePresence(plan?.outline.flatMap(({ sections }) => sections.map((section) => section.id)) ?? [], reload);
  if (!plan) return <AbsentPage error={error} onRetry={reload} />;
  const mayWrite = mayWritePlan({ bodyId: plan.body.id }, postsOf(me.memberships));
  const mayChange = isOpenToChange(plan.state) && mayWrite;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: planTitle(plan, t) }]} />
          <PageHeading title={planTitle(plan, t)} />
          <PlanFacts plan={plan} mayPlace={mayChange} />
          <PlanWorkflow
            plan={plan}
            memberships={me.memberships}
            dialogFor={(action, onClose) =>
              stepDialogOf(
                { ...plan, bodyType: plan.body.type, sections: publishedOf(plan) },
                action,
                onClose,
              )
            }
          />
          <AdoptionList adoptions={plan.adoptions} />
        </div>
      </div>
      <div className="container-xxl">
        <div className="plan-deeds">
          <ExportButton what={{ kind: "PLAN", id: plan.id }} />
          {mayChange && (
            <Link className="btn btn-outline-primary btn-sm" to={`/piani/${plan.id}/importa`}>
              {t("import.open")}
            </Link>
          )}
          {mayWrite && (
            <>
              <AddSectionButton planId={plan.id} />
              <StartPlanButton bodies={[plan.body]} from={plan} />
            </>
          )}
          <Link to={measuresPath(plan.body.id)}>
            {t("measurement.title", { body: bodyTitle(plan.body, t) })}
          </Link>
          {mayReadRemarks(plan.body.id, postsOf(me.memberships)) && (
            <Link to={remarksPath(plan.body.id)}>{t("remark.link")}</Link>
          )}
        </div>
        <PlanOutline outline={plan.outline} isWhole={mayWrite} />
        <PlanStrategy planId={plan.id} mayWrite={mayChange} />
        {mayTakeRecord(plan.body.id, postsOf(me.memberships)) && <RecordButton body={plan.body} />}
      </div>
    </>
  );
}

/** The body's own sections that a new amendment can open. */
function publishedOf({ outline }: NonNullable<PlanPageQuery["plan"]>): AmendableSection[] {
  return outline.flatMap(({ number, sections }) =>
    sections
      .filter(({ shared, state }) => !shared && state === "PUBLISHED")
      .map(({ id, title }) => ({ id, number, title })),
  );
}
