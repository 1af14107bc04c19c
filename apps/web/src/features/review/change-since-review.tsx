import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { QueuedSectionLineFragment } from "../../generated/graphql.ts";

type Props = Pick<
  QueuedSectionLineFragment,
  "section" | "submission" | "lastReviewed" | "changedWords" | "words"
>;

/** How much has changed since somebody last reviewed it, and the way to see what. */
export function ChangeSinceReview({ section, submission, lastReviewed, changedWords, words }: Props) {
  const { t } = useTranslation();
  if (!lastReviewed || !submission) return t("review.firstTime", { count: words });
  if (submission.id === lastReviewed.id) return t("review.unchanged");
  const comparison = `/sezioni/${section.id}/confronto?da=${lastReviewed.id}&a=${submission.id}`;
  return (
    <>
      {changedWords !== null && t("review.changedWords", { count: changedWords })}{" "}
      <Link to={comparison} aria-label={t("review.compareOf", { title: section.title })}>
        {t("review.compare")}
      </Link>
    </>
  );
}
