import { useTranslation } from "react-i18next";
import type { ThreadFragment } from "../../generated/graphql.ts";
import type { SectionComments } from "./use-comments.ts";

/** Tells who hears the page what others have just written, when there is a pause. It stands outside the panel, which may not
 *  be the one that is shown. */
export function CommentNews({ news }: Pick<SectionComments, "news">) {
  const { t } = useTranslation();
  return (
    <p role="status" className="visually-hidden">
      {news && <span key={news.count}>{sentenceOf(news.thread)}</span>}
    </p>
  );

  function sentenceOf({ state, resolvedBy, comments }: ThreadFragment): string {
    if (state === "RESOLVED") return t("comment.newsResolved", { name: resolvedBy });
    return t("comment.news", { name: comments.at(-1)?.by.name });
  }
}
