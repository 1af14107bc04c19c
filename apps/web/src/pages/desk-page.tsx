import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem.ts";
import { BodyField } from "../features/body/body-field.tsx";
import { BodySearch } from "../features/body/body-search.tsx";
import { MyBodiesCard } from "../features/body/my-bodies-card.tsx";
import { bodiesToLead } from "../features/office/bodies-to-lead.ts";
import { FoundOfficeCard } from "../features/office/found-office-card.tsx";
import { OfficeCard } from "../features/office/office-card.tsx";
import { MyPlansCard } from "../features/plan/my-plans-card.tsx";
import { DeskDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { DeskSections } from "./desk-sections.tsx";

/** Where work begins: the sections that I may read, who is in them, and what I belong to. */
export function DeskPage() {
  const { t } = useTranslation();
  const { name } = useMyself();
  const { data, error, refetch } = useQuery(DeskDocument, { fetchPolicy: "cache-and-network" });
  const [newOfficeId, setNewOffice] = useState<string | null>(null);
  if (!data?.me) {
    return error ? <ProblemPage problem={problemOf(error)} onRetry={() => void refetch()} /> : <Loading />;
  }
  const { me, myOffices, myPlans } = data;
  const toLead = bodiesToLead(me.memberships, myOffices);

  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <PageHeading title={t("desk.title")} />
          <p>{t("desk.intro", { name })}</p>
        </div>
      </div>
      <div className="container-xxl desk">
        <div className="desk-sections">
          <DeskSections me={me} hasOffice={myOffices.length > 0} />
        </div>
        <div className="desk-aside">
          <MyBodiesCard memberships={me.memberships} />
          <MyPlansCard memberships={me.memberships} plans={myPlans} />
          {myOffices.map((office) => (
            <OfficeCard
              key={office.id}
              office={office}
              memberships={me.memberships}
              bodyField={BodyField}
              isNew={office.id === newOfficeId}
            />
          ))}
          {toLead.length > 0 && <FoundOfficeCard bodies={toLead} onFound={setNewOffice} />}
          <BodySearch />
        </div>
      </div>
    </>
  );
}
