import { useQuery } from "@apollo/client/react";
import { isAuditor } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem.ts";
import { useReviewNews } from "../features/review/use-review-news.ts";
import { AuditorDeskDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { Trail } from "../ui/trail.tsx";
import { AuditedBody } from "./audited-body.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** The desk of an auditor: the bodies that they control, what waits for their opinion, and who owes whom a reply. */
export function AuditPage() {
  const { t } = useTranslation();
  const me = useMyself();
  const { data, error, refetch } = useQuery(AuditorDeskDocument, { fetchPolicy: "cache-and-network" });
  useReviewNews(() => void refetch());
  if (!isAuditor(me.memberships)) return <NotFoundPage />;
  if (!data) {
    return error ? <ProblemPage problem={problemOf(error)} onRetry={() => void refetch()} /> : <Loading />;
  }
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("review.auditTitle") }]} />
          <PageHeading title={t("review.auditTitle")} />
          <p>{t("review.auditIntro")}</p>
        </div>
      </div>
      <div className="container-xxl audit-page">
        {data.auditorDesk.map((audited) => (
          <AuditedBody key={audited.body.id} audited={audited} />
        ))}
      </div>
    </>
  );
}
