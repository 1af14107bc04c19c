import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem.ts";
import { useProblemSentence } from "../api/problem-sentence.ts";
import { SharedSectionCard } from "../features/section/shared-section-card.tsx";
import { usePresence } from "../features/section/use-presence.ts";
import { DeskSectionsDocument, type MyselfFragment } from "../generated/graphql.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { EmptyDesk } from "./empty-desk.tsx";
import { MoreButton } from "./more-button.tsx";
import { PlanGroupList } from "./plan-group-list.tsx";
import { groupSections } from "./section-groups.ts";

interface Props {
  readonly me: MyselfFragment;
  readonly hasOffice: boolean;
}

/** The sections that I may read, grouped: what is shared first, then each plan. */
export function DeskSections({ me, hasOffice }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const { data, error, refetch, fetchMore } = useQuery(DeskSectionsDocument, {
    fetchPolicy: "cache-and-network",
  });
  const sections = data?.sections.edges.map(({ node }) => node) ?? [];
  usePresence(
    sections.map(({ id }) => id),
    () => void refetch(),
  );
  if (!data) return error ? <Notice kind="danger">{sentence(problemOf(error))}</Notice> : <Loading />;

  const bodyIds = me.memberships.map(({ body }) => body.id);
  const { shared, own, handedIn } = groupSections(sections, bodyIds);
  const { hasNextPage, endCursor } = data.sections.pageInfo;
  return (
    <>
      {(!hasOffice || sections.length === 0) && (
        <EmptyDesk memberships={me.memberships} hasOffice={hasOffice} hasSections={sections.length > 0} />
      )}
      {shared.length > 0 && (
        <section>
          <h2>{t("section.shared")}</h2>
          <ul className="shared-sections">
            {shared.map((section) => (
              <SharedSectionCard key={section.id} section={section} />
            ))}
          </ul>
        </section>
      )}
      {own.length > 0 && (
        <section>
          <h2>{t("section.own")}</h2>
          <PlanGroupList groups={own} isFolded={({ plan }) => plan.state === "PUBLISHED"} />
        </section>
      )}
      {handedIn.length > 0 && (
        <section>
          <h2>{t("section.handedIn")}</h2>
          <PlanGroupList groups={handedIn} isFolded={() => true} />
        </section>
      )}
      {hasNextPage && (
        <MoreButton shown={sections.length} onMore={() => fetchMore({ variables: { after: endCursor } })} />
      )}
    </>
  );
}
