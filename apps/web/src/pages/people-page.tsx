import { useQuery } from "@apollo/client/react";
import { mayManagePeople } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { AddPersonForm } from "../features/people/add-person-form.tsx";
import { PeopleList } from "../features/people/people-list.tsx";
import { postsOf } from "../features/section/section-facts.ts";
import { BodyPeopleDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Who works for a body and as what; for its administrators. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const me = useMyself();
  const mayManage = mayManagePeople(id, postsOf(me.memberships));
  const { data, error, refetch } = useQuery(BodyPeopleDocument, {
    variables: { bodyId: id },
    fetchPolicy: "cache-and-network",
    skip: !mayManage,
  });
  const body = me.memberships.find((membership) => membership.body.id === id)?.body;
  if (!mayManage || !body) return <NotFoundPage />;
  if (!data) return <AbsentPage error={error} onRetry={() => void refetch()} />;

  const title = t("people.title", { body: bodyTitle(body, t) });
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: title }]} />
          <PageHeading title={title} />
          <p>{t("people.intro")}</p>
        </div>
      </div>
      <div className="container-xxl people-page">
        <PeopleList bodyId={id} people={data.bodyPeople} me={me} />
        <AddPersonForm bodyId={id} />
      </div>
    </>
  );
}
