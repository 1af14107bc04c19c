import { useTranslation } from "react-i18next";
import type { PlanPageQuery } from "../../generated/graphql.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";
import { PlacementForm } from "./placement-form.tsx";

interface Props {
  readonly plan: NonNullable<PlanPageQuery["plan"]>;
  readonly mayPlace: boolean;
}

/** The cover of a plan: what holds for all of it. */
export function PlanFacts({ plan, mayPlace }: Props) {
  const { t } = useTranslation();
  const act = (text: string | null) => (text === null ? t("plan.noAct") : <span lang="it">{text}</span>);
  return (
    <dl className="plan-facts">
      <div>
        <dt>{t("plan.state")}</dt>
        <dd>
          <StateBadge of="plan" state={plan.state} />
        </dd>
      </div>
      <div>
        <dt>{t("plan.form")}</dt>
        <dd>
          {t(`plan.forms.${plan.form}`)}
          {plan.form === "SIMPLIFIED" && (
            <small>
              {t("plan.formToVerify")} <ToVerify />
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("plan.placement")}</dt>
        <dd>
          {t(`plan.placements.${plan.placement}`)} {mayPlace && <PlacementForm plan={plan} />}
        </dd>
      </div>
      <div>
        <dt>{t("plan.dup")}</dt>
        <dd>{act(plan.dup)}</dd>
      </div>
      <div>
        <dt>{t("plan.peg")}</dt>
        <dd>{act(plan.peg)}</dd>
      </div>
    </dl>
  );
}
