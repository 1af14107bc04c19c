import { useTranslation } from "react-i18next";
import type { SectionComments } from "./use-comments.ts";

/** Tells who hears the page what others have just done, when there is a pause. It stands outside the panel, which may not
 *  be the one that is shown. */
export function CommentAnnouncer({ news }: Pick<SectionComments, "news">) {
  const { t } = useTranslation();
  return (
    <p role="status" className="visually-hidden">
      {news && <span key={news.count}>{t(`comment.news.${news.what}`, { name: news.name })}</span>}
    </p>
  );
}
