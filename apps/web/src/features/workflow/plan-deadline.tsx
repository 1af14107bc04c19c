import { daysUntil } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";

interface Props {
  readonly deadline: string;
  /** Nothing is counted any more once the plan is adopted. */
  readonly isOver: boolean;
}

/** The day by which a plan has to be adopted, and how far it is. */
export function PlanDeadline({ deadline, isOver }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const days = daysUntil(deadline, todayInItaly());
  return (
    <>
      <time dateTime={deadline}>{formatDay(deadline, language)}</time>
      {!isOver && (
        <strong className={days < 15 ? "deadline-near" : "deadline"}>
          {days < 0 ? t("workflow.daysLate", { count: -days }) : t("workflow.daysLeft", { count: days })}
        </strong>
      )}
    </>
  );
}

function todayInItaly(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());
}
