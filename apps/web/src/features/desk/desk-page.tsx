import { useQuery, useSubscription } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../generated/gql.ts";
import { useMoment } from "../../i18n/use-moment.ts";
import type { Me } from "../../session/use-me.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PeoplePresent } from "../../ui/people-present.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { BodySearch } from "./body-search.tsx";

const Desk = graphql(`
  query Desk($after: String) {
    myOffices {
      id
      name
      leadBody {
        id
        name
      }
      members {
        body {
          id
          name
        }
      }
      conventionAct
    }
    myPlans {
      id
      firstYear
      lastYear
      state
      body {
        id
        name
      }
    }
    sections(first: 40, after: $after) {
      edges {
        node {
          id
          title
          code
          shared
          state
          closed
          myAccess
          ownerName
          updatedAt
          present {
            id
            name
            bodyName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Presence = graphql(`
  subscription DeskPresence($sectionIds: [ID!]!) {
    presence(sectionIds: $sectionIds) {
      sectionId
      present {
        id
        name
        bodyName
      }
    }
  }
`);

/** My offices, my bodies' plans, and the sections that I may open with who is in them now. */
export default function DeskPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { data, error, fetchMore, client } = useQuery(Desk, { fetchPolicy: "cache-and-network" });
  const sections = data?.sections.edges.map(({ node }) => node) ?? [];
  const sectionIds = sections.map(({ id }) => id);
  useSubscription(Presence, {
    variables: { sectionIds },
    skip: sectionIds.length === 0,
    onData: ({ data: { data: news } }) => {
      if (!news) return;
      const { sectionId, present } = news.presence;
      client.cache.modify({
        id: client.cache.identify({ __typename: "Section", id: sectionId }),
        fields: { present: () => [...present] },
      });
    },
  });
  const moment = useMoment();
  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <p role="status">{t("wait")}</p>;

  const more = () =>
    fetchMore({
      variables: { after: data.sections.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        sections: { ...next.sections, edges: [...before.sections.edges, ...next.sections.edges] },
      }),
    });
  const owners = [...new Set(sections.map(({ ownerName }) => ownerName))];
  const administered = me.memberships.filter(({ role }) => role === "ADMIN");

  return (
    <>
      <PageTitle title={t("desk.title")}>
        <p>{me.memberships.map(({ role, body }) => `${t(`role.${role}`)}, ${body.name}`).join(" · ")}</p>
      </PageTitle>
      <div className="desk">
        <div className="desk__sections">
          {sections.length === 0 && <p>{t("desk.noSections")}</p>}
          {owners.map((owner) => (
            <section key={owner} aria-label={owner}>
              <h2>{owner}</h2>
              <ul className="section-list">
                {sections
                  .filter(({ ownerName }) => ownerName === owner)
                  .map((section) => (
                    <li key={section.id}>
                      <div className="section-list__head">
                        <Link to={`/sezioni/${section.id}`}>{section.title}</Link>
                        <StateBadge state={section.state} />
                      </div>
                      <p className="section-list__facts">
                        {section.shared && <strong>{t("desk.shared")} · </strong>}
                        {t(`access.${section.myAccess}`)} ·{" "}
                        {t("desk.updated", { when: moment(section.updatedAt) })}
                      </p>
                      <PeoplePresent people={section.present} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          {data.sections.pageInfo.hasNextPage && (
            <button type="button" className="btn btn-outline-primary" onClick={() => void more()}>
              {t("desk.more")}
            </button>
          )}
        </div>
        <aside className="desk__aside">
          <section aria-labelledby="my-offices">
            <h2 id="my-offices">{t("desk.offices")}</h2>
            {data.myOffices.length === 0 && <p>{t("desk.noOffice")}</p>}
            {data.myOffices.map((office) => (
              <div key={office.id}>
                <h3>{office.name}</h3>
                <p>{t("desk.lead", { name: office.leadBody.name })}</p>
                <p>{t("desk.members", { names: office.members.map(({ body }) => body.name).join(", ") })}</p>
                <p className="section-list__facts">{office.conventionAct}</p>
              </div>
            ))}
          </section>
          <section aria-labelledby="my-plans">
            <h2 id="my-plans">{t("desk.plans")}</h2>
            <ul className="plain-list">
              {data.myPlans.map((plan) => (
                <li key={plan.id}>
                  <Link to={`/piani/${plan.id}`}>
                    {t("plan.name", { body: plan.body.name, from: plan.firstYear, to: plan.lastYear })}
                  </Link>{" "}
                  <StateBadge state={plan.state} />
                </li>
              ))}
            </ul>
          </section>
          {administered.length > 0 && (
            <section aria-labelledby="my-people">
              <h2 id="my-people">{t("people.title")}</h2>
              <ul className="plain-list">
                {administered.map(({ id, body }) => (
                  <li key={id}>
                    <Link to={`/enti/${body.id}/persone`}>{t("people.of", { name: body.name })}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <BodySearch />
        </aside>
      </div>
    </>
  );
}
