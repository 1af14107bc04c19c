import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FindingLineFragment } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";

export interface FindingOnSection extends FindingLineFragment {
  readonly section: { readonly id: string; readonly title: string };
}

/** Open findings with whose turn it is. */
export function FindingList({ findings }: { readonly findings: readonly FindingOnSection[] }) {
  const { t } = useTranslation();
  return (
    <ul className="finding-list">
      {findings.map(({ id, section, quote, text, by, createdAt, lastAt, isReplyAwaited }) => (
        <li key={id}>
          <p>
            <strong className={isReplyAwaited ? "reply-awaited" : "reply-given"}>
              {t(isReplyAwaited ? "review.replyAwaited" : "review.replyGiven")}
            </strong>{" "}
            <Link to={`/sezioni/${section.id}?accanto=comments`} lang="it">
              {section.title}
            </Link>
          </p>
          {quote && (
            <blockquote lang="it" className="finding-quote">
              {quote}
            </blockquote>
          )}
          <p lang="it">{text === "" ? t("review.deletedComment") : text}</p>
          <p className="finding-facts">
            {by.name} ({by.bodyName}), <Moment iso={createdAt} />
            {lastAt !== createdAt && (
              <>
                {"; "}
                {t("review.lastComment")} <Moment iso={lastAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
