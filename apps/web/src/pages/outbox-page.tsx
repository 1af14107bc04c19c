import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { OutboxDocument } from "../generated/graphql.ts";
import { Moment } from "../ui/moment.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

/** The mails that would have been sent, where no mail server is set; for administrators. */
export function OutboxPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(OutboxDocument, { fetchPolicy: "cache-and-network" });
  if (!data) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("notification.outbox") }]} />
          <PageHeading title={t("notification.outbox")} />
          <p>{t("notification.outboxIntro")}</p>
        </div>
      </div>
      <div className="container-xxl outbox-page">
        {data.outbox.length === 0 && <p>{t("notification.outboxEmpty")}</p>}
        {data.outbox.map(({ id, to, subject, text, at }) => (
          <article key={id} className="outbox-mail">
            <h2 lang="it">{subject}</h2>
            <p>
              {t("notification.outboxTo", { to })}, <Moment iso={at} />
            </p>
            <pre lang="it">{text}</pre>
          </article>
        ))}
      </div>
    </>
  );
}
