import { useTranslation } from "react-i18next";
import type { OpinionLineFragment } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Moment } from "../../ui/moment.tsx";

/** The opinions of the auditors on a section, the latest first. */
export function OpinionList({ opinions }: { readonly opinions: readonly OpinionLineFragment[] }) {
  const { t } = useTranslation();
  if (opinions.length === 0) return <p>{t("review.noOpinions")}</p>;
  return (
    <ol className="opinion-list">
      {opinions.map(({ id, verdict, competence, body, by, at, version, text, stands }) => (
        <li key={id} className={stands ? undefined : "opinion-superseded"}>
          <p>
            <strong className={`verdict verdict-${verdict.toLowerCase()}`}>
              {t(`review.verdict.${verdict}`)}
            </strong>
            {!stands && ` ${t("review.superseded")}`}
          </p>
          <p>
            {t(`review.competence.${competence}`)}, {bodyTitle(body, t)}: {by.name},{" "}
            {t("review.onVersion", { number: version.number })}, <Moment iso={at} />
          </p>
          <blockquote lang="it">{text}</blockquote>
        </li>
      ))}
    </ol>
  );
}
