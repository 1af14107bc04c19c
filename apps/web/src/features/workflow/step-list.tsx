import { useTranslation } from "react-i18next";
import type { StepLineFragment } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";

interface Props {
  readonly of: "section" | "plan";
  readonly steps: readonly StepLineFragment[];
}

/** What has been done with a section or a plan, by whom and why, the latest first. */
export function StepList({ of, steps }: Props) {
  const { t } = useTranslation();
  if (steps.length === 0) return <p>{t("workflow.noSteps")}</p>;
  return (
    <ol className="step-list">
      {steps.map(({ id, action, by, at, reason, version }) => (
        <li key={id}>
          <p className="step-list-what">
            <strong>{t(`workflow.${of}.${action}.done`)}</strong> <Moment iso={at} />
          </p>
          <p>
            {by.name}, {t(`role.${by.role}`)} ({by.bodyName})
          </p>
          {reason && (
            <blockquote className="workflow-reason" lang="it">
              {reason}
            </blockquote>
          )}
          {version && (
            <p className="step-list-version">
              {t("workflow.frozen", { number: version.number })}
              {version.openSuggestions > 0 &&
                ` ${t("workflow.frozenWithSuggestions", { count: version.openSuggestions })}`}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
