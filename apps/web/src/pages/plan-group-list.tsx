import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { SectionRow } from "../features/section/section-row.tsx";
import { planTitle } from "../ui/plan-title.ts";
import { StateBadge } from "../ui/state-badge.tsx";
import type { PlanGroup } from "./section-groups.ts";

interface Props {
  readonly groups: readonly PlanGroup[];
  /** Folded: what is there beside today's work. */
  readonly isFolded: (group: PlanGroup) => boolean;
}

/** Sections under the plan that they belong to. */
export function PlanGroupList({ groups, isFolded }: Props) {
  const { t } = useTranslation();
  return groups.map((group) => (
    <details key={group.plan.id} className="plan-group" open={!isFolded(group)}>
      <summary>
        <h3>{planTitle(group.plan, t)}</h3> <StateBadge of="plan" state={group.plan.state} />
        <span className="plan-group-count">{t("section.count", { count: group.sections.length })}</span>
      </summary>
      <ul className="section-rows">
        {group.sections.map((section) => (
          <SectionRow key={section.id} section={section} />
        ))}
      </ul>
      <p className="plan-group-foot">
        <Link
          to={`/piani/${group.plan.id}`}
          aria-label={t("plan.openOf", { plan: planTitle(group.plan, t) })}
        >
          {t("plan.open")}
        </Link>
      </p>
    </details>
  ));
}
