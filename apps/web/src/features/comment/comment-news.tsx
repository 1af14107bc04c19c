import { useTranslation } from "react-i18next";
import type { SectionComments } from "./use-comments.ts";

/** Tells who hears the page what others have just written, when there is a pause. It stands outside the panel, which may not
 *  be the one that is shown. */
export function CommentNews({ news }: Pick<SectionComments, "news">) {
  const { t } = useTranslation();
  return (
    <p role="status" className="visually-hidden">
      {news && <span key={news.count}>{t(...sentenceOf(news.thread))}</span>}
    </p>
  );
}

function sentenceOf({ state, resolvedBy, comments }: NonNullable<SectionComments["news"]>["thread"]) {
  if (state === "RESOLVED") return ["comment.newsResolved", { name: resolvedBy }] as const;
  return ["comment.news", { name: comments.at(-1)?.by.name }] as const;
}
