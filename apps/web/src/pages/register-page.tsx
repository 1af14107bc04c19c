import { useQuery } from "@apollo/client/react";
import { mayReadRegister } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { RegisterTable } from "../features/audit/register-table.tsx";
import { postsOf } from "../features/section/section-facts.ts";
import { RegisterPageDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";
import { MoreButton } from "./more-button.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** What was done at a body, and whether its register is whole; for who answers for it and who controls it. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const me = useMyself();
  const mayRead = mayReadRegister(id, postsOf(me.memberships));
  const { data, error, refetch, fetchMore } = useQuery(RegisterPageDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
    skip: !mayRead,
  });
  const body = me.memberships.find((membership) => membership.body.id === id)?.body;
  if (!mayRead || !body) return <NotFoundPage />;
  if (!data) return <AbsentPage error={error} onRetry={() => void refetch()} />;

  const title = t("audit.title", { body: bodyTitle(body, t) });
  const { lines, fault, pageInfo } = data.register;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { register } }) => ({
        register: { ...register, lines: [...before.register.lines, ...register.lines] },
      }),
    });
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: title }]} />
          <PageHeading title={title} />
          <p>{t("audit.intro")}</p>
        </div>
      </div>
      <div className="container-xxl">
        <Notice kind={fault === null ? "success" : "danger"}>
          {fault === null ? t("audit.whole") : t("audit.broken", { place: fault })}
        </Notice>
        {lines.length === 0 ? <p>{t("audit.none")}</p> : <RegisterTable caption={title} lines={lines} />}
        {pageInfo.hasNextPage && <MoreButton shown={lines.length} onMore={more} />}
      </div>
    </>
  );
}
