import { useMutation, useQuery, useSubscription } from "@apollo/client/react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../generated/gql.ts";
import type { Me } from "../../session/use-me.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { GuidanceList } from "./guidance-list.tsx";

const SectionEditor = lazy(() => import("../../editor/section-editor.tsx"));

const SectionDetails = graphql(`
  query SectionDetails($id: ID!) {
    section(id: $id) {
      id
      title
      code
      shared
      state
      closed
      myAccess
      mayOpenAndClose
      ownerName
      plan {
        id
        firstYear
        lastYear
        body {
          id
          name
        }
      }
      guidance {
        number
        title
        law
        lawVerified
        content
        contentVerified
        owner
        note
      }
    }
  }
`);

const SectionChanged = graphql(`
  subscription SectionChanged($sectionId: ID!) {
    sectionChanged(sectionId: $sectionId) {
      id
      state
      closed
      myAccess
      mayOpenAndClose
    }
  }
`);

const SetSectionClosed = graphql(`
  mutation SetSectionClosed($sectionId: ID!, $closed: Boolean!) {
    setSectionClosed(sectionId: $sectionId, closed: $closed) {
      id
      closed
      myAccess
      mayOpenAndClose
    }
  }
`);

/** One section: what it is, what the law asks here, and its text. */
export default function SectionPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { sectionId = "" } = useParams();
  const { data, error } = useQuery(SectionDetails, { variables: { id: sectionId } });
  useSubscription(SectionChanged, { variables: { sectionId }, skip: !data?.section });
  const [setClosed, closing] = useMutation(SetSectionClosed);
  if (error && !data?.section) return <ErrorNote error={error} />;
  const section = data?.section;
  if (!section) return <p role="status">{t("wait")}</p>;

  return (
    <>
      <nav aria-label={t("layout.breadcrumb")} className="breadcrumbs">
        <Link to="/">{t("desk.title")}</Link>
        {section.plan && (
          <Link to={`/piani/${section.plan.id}`}>
            {t("plan.name", {
              body: section.plan.body.name,
              from: section.plan.firstYear,
              to: section.plan.lastYear,
            })}
          </Link>
        )}
      </nav>
      <PageTitle title={section.title}>
        <p>
          <StateBadge state={section.state} /> {section.ownerName} · {t(`access.${section.myAccess}`)}
          {section.closed && ` · ${t("section.closed")}`}
        </p>
        {section.mayOpenAndClose && (
          <button
            type="button"
            className="btn btn-outline-primary btn-sm"
            aria-disabled={closing.loading}
            onClick={() => void setClosed({ variables: { sectionId, closed: !section.closed } })}
          >
            {section.closed ? t("section.reopen") : t("section.close")}
          </button>
        )}
        {closing.error && <ErrorNote error={closing.error} />}
      </PageTitle>
      <Suspense fallback={<p role="status">{t("section.loading")}</p>}>
        <SectionEditor
          sectionId={section.id}
          title={section.title}
          access={section.myAccess}
          userId={me.id}
          userName={me.name}
          guidance={<GuidanceList guidance={section.guidance} />}
        />
      </Suspense>
    </>
  );
}
