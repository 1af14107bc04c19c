import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SectionWorkflowFragment } from "../../generated/graphql.ts";
import { StepList } from "./step-list.tsx";

/** Every step of a section, with who took it and why. */
export function HistoryPanel({ section }: { readonly section: SectionWorkflowFragment }) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section aria-labelledby={title} className="history-panel">
      <h2 id={title}>{t("workflow.history")}</h2>
      <StepList of="section" steps={section.steps} />
    </section>
  );
}
