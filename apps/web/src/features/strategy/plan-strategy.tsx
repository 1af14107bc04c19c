import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CarryOverList } from "./carry-over-list.tsx";
import { PlanCoverage } from "./plan-coverage.tsx";
import "./strategy.css";

interface Props {
  readonly planId: string;
  readonly mayWrite: boolean;
}

/** On the page of a plan: what it covers of the Piano triennale, and what a new edition makes of its links. */
export function PlanStrategy({ planId, mayWrite }: Props) {
  const { t } = useTranslation();
  const title = useId();
  // Measured when somebody wants to know: it reads all of an edition.
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby={title} className="coverage-panel">
      <h2 id={title}>{t("strategy.coverage.title")}</h2>
      <CarryOverList planId={planId} mayWrite={mayWrite} />
      <details onToggle={({ currentTarget }) => currentTarget.open && setOpen(true)}>
        <summary>{t("strategy.coverage.show")}</summary>
        {isOpen && <PlanCoverage planId={planId} text={null} />}
      </details>
    </section>
  );
}
