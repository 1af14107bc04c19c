import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MyselfFragment, PlanCoverFragment } from "../../generated/graphql.ts";
import { planTitle } from "../../ui/plan-title.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { bodiesToStartFor } from "./bodies-to-start-for.ts";
import { StartPlanButton } from "./start-plan-button.tsx";

interface Props {
  readonly memberships: MyselfFragment["memberships"];
  readonly plans: readonly PlanCoverFragment[];
}

/** The plans of my bodies. */
export function MyPlansCard({ memberships, plans }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const bodies = bodiesToStartFor(memberships);
  if (plans.length === 0 && bodies.length === 0) return null;
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title}>
        {t("plan.mine")}
      </h2>
      <ul className="aside-list">
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link to={`/piani/${plan.id}`}>{planTitle(plan, t)}</Link>{" "}
            <StateBadge of="plan" state={plan.state} />
          </li>
        ))}
      </ul>
      {bodies.length > 0 && <StartPlanButton bodies={bodies} />}
    </section>
  );
}
