import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../generated/gql.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";

const PlanOutline = graphql(`
  query PlanOutline($id: ID!) {
    plan(id: $id) {
      id
      firstYear
      lastYear
      form
      state
      placement
      dup
      peg
      body {
        id
        name
      }
      outline {
        number
        title
        depth
        required
        sections {
          id
          title
          code
          shared
          state
          myAccess
        }
      }
    }
  }
`);

/** A body's PIAO as the outline of its sections, the shared strategy at its placement. */
export default function PlanPage() {
  const { t } = useTranslation();
  const { planId = "" } = useParams();
  const { data, error } = useQuery(PlanOutline, {
    variables: { id: planId },
    fetchPolicy: "cache-and-network",
  });
  if (error && !data) return <ErrorNote error={error} />;
  const plan = data?.plan;
  if (!plan) return <p role="status">{t("wait")}</p>;

  return (
    <>
      <nav aria-label={t("layout.breadcrumb")} className="breadcrumbs">
        <Link to="/">{t("desk.title")}</Link>
      </nav>
      <PageTitle title={t("plan.name", { body: plan.body.name, from: plan.firstYear, to: plan.lastYear })}>
        <p>
          <StateBadge state={plan.state} /> {t(`plan.form.${plan.form}`)} ·{" "}
          {t(`plan.placement.${plan.placement}`)}
        </p>
        {plan.dup && <p className="section-list__facts">{t("plan.dup", { act: plan.dup })}</p>}
        {plan.peg && <p className="section-list__facts">{t("plan.peg", { act: plan.peg })}</p>}
      </PageTitle>
      <ol className="outline">
        {plan.outline.map((line) => (
          <li key={line.number} className={`outline__line outline__line--${line.depth}`}>
            <p className="outline__title">
              <span className="outline__number">{line.number}</span> {line.title}{" "}
              <small>{line.required ? t("plan.required") : t("plan.optional")}</small>
            </p>
            {line.sections.length > 0 && (
              <ul className="plain-list">
                {line.sections.map((section) => (
                  <li key={section.id}>
                    <Link to={`/sezioni/${section.id}`}>{section.title}</Link>{" "}
                    <StateBadge state={section.state} />{" "}
                    <span className="section-list__facts">
                      {section.shared ? `${t("desk.shared")} · ` : ""}
                      {t(`access.${section.myAccess}`)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
