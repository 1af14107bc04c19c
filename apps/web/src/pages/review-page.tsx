import { useQuery } from "@apollo/client/react";
import { isReviewer } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { problemOf } from "../api/problem.ts";
import { useReviewNews } from "../features/review/use-review-news.ts";
import { PlanQueueDocument, ReviewQueueDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { BodyChoice } from "../ui/body-choice.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { Trail } from "../ui/trail.tsx";
import { MoreButton } from "./more-button.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PlanQueueTable } from "./plan-queue-table.tsx";
import { ReviewQueueTable } from "./review-queue-table.tsx";

/** A reviewer's day: what was submitted and waits for them, what is due first before what has waited longest. */
export function ReviewPage() {
  const { t } = useTranslation();
  const me = useMyself();
  const [params, setParams] = useSearchParams();
  const bodyId = params.get("ente");
  const fetchPolicy = "cache-and-network";
  const queue = useQuery(ReviewQueueDocument, { variables: { bodyId }, fetchPolicy });
  const plans = useQuery(PlanQueueDocument, { fetchPolicy });
  useReviewNews(() => {
    void queue.refetch();
    void plans.refetch();
  });
  if (!isReviewer(me.memberships)) return <NotFoundPage />;
  // While another body's are asked for, the choice stays where it is.
  const known = queue.data ?? queue.previousData;
  if (!known) {
    return queue.error ? (
      <ProblemPage problem={problemOf(queue.error)} onRetry={() => void queue.refetch()} />
    ) : (
      <Loading />
    );
  }
  const { bodies } = known.reviewQueue;
  const shown = queue.data?.reviewQueue;
  const sections = shown?.edges.map(({ node }) => node) ?? [];
  const waitingPlans = plans.data?.planQueue;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("review.title") }]} />
          <PageHeading title={t("review.title")} />
          <p>{t("review.intro")}</p>
        </div>
      </div>
      <div className="container-xxl review-page">
        {bodies.length > 0 && (
          <BodyChoice
            className="review-filter"
            bodies={bodies}
            value={bodyId ?? null}
            onChoose={(value) => setParams(value ? { ente: value } : {})}
          />
        )}
        {!shown ? (
          <Loading />
        ) : sections.length > 0 ? (
          <ReviewQueueTable sections={sections} />
        ) : (
          <Notice kind="info">{t(bodyId ? "review.emptyOfBody" : "review.empty")}</Notice>
        )}
        {shown?.pageInfo.hasNextPage && (
          <MoreButton
            shown={sections.length}
            onMore={() => queue.fetchMore({ variables: { after: shown.pageInfo.endCursor } })}
          />
        )}
        {waitingPlans && waitingPlans.edges.length > 0 && (
          <PlanQueueTable
            plans={waitingPlans.edges.map(({ node }) => node)}
            onMore={
              waitingPlans.pageInfo.hasNextPage
                ? () => plans.fetchMore({ variables: { after: waitingPlans.pageInfo.endCursor } })
                : null
            }
          />
        )}
      </div>
    </>
  );
}
