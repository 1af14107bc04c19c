import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FindingList } from "../features/review/finding-list.tsx";
import { RecordButton } from "../features/review/record-button.tsx";
import type { AuditorDeskQuery } from "../generated/graphql.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { Notice } from "../ui/notice.tsx";
import { AuditedSections } from "./audited-sections.tsx";

interface Props {
  readonly audited: AuditorDeskQuery["auditorDesk"][number];
}

/** A body that an auditor controls: its sections, those of their competence first, and its open findings. */
export function AuditedBody({ audited }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const { body, competence, sections } = audited;
  const findings = sections.flatMap(({ section, findings }) =>
    findings.map((finding) => ({ ...finding, section })),
  );
  const competent = sections.filter(({ isCompetent }) => isCompetent);
  const others = sections.filter(({ isCompetent }) => !isCompetent);
  return (
    <section aria-labelledby={title} className="audited-body">
      <div className="audited-body-head">
        <h2 id={title}>
          {bodyTitle(body, t)}
          {competence && <span className="audited-body-post">{t(`review.competence.${competence}`)}</span>}
        </h2>
        <RecordButton body={body} />
      </div>
      {competence === null && <Notice kind="warning">{t("review.noCompetence")}</Notice>}
      {competent.length > 0 && (
        <AuditedSections caption={t("review.competentCaption")} sections={competent} />
      )}
      {findings.length > 0 ? (
        <>
          <h3>{t("review.openFindings", { count: findings.length })}</h3>
          <FindingList findings={findings} />
        </>
      ) : (
        <p>{t("review.noFindings")}</p>
      )}
      {others.length > 0 && (
        <details className="audited-others">
          <summary>{t("review.otherSections", { count: others.length })}</summary>
          <AuditedSections caption={t("review.otherCaption")} sections={others} />
        </details>
      )}
    </section>
  );
}
