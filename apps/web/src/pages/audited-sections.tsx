import { isAdopted } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { sectionLabel } from "../features/section/section-label.ts";
import { StateBadges } from "../features/section/state-badges.tsx";
import type { AuditedSectionLineFragment } from "../generated/graphql.ts";
import { StackingTable } from "../ui/stacking-table.tsx";

interface Props {
  readonly caption: string;
  readonly sections: readonly AuditedSectionLineFragment[];
}

/** Sections of a body, as its auditor sees them. */
export function AuditedSections({ caption, sections }: Props) {
  const { t } = useTranslation();
  return (
    <StackingTable<AuditedSectionLineFragment>
      caption={caption}
      rows={sections}
      keyOf={({ section }) => section.id}
      columns={[
        {
          key: "section",
          words: t("review.column.section"),
          cell: ({ section }) => (
            <>
              {sectionLabel(section.code, t)}{" "}
              <Link to={`/sezioni/${section.id}`} lang="it">
                {section.title}
              </Link>
              {section.plan && (
                <span className="stacking-table-aside">
                  {t("review.years", { first: section.plan.firstYear, last: section.plan.lastYear })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "state",
          words: t("plan.state"),
          cell: ({ section }) => <StateBadges section={section} />,
        },
        {
          key: "findings",
          words: t("review.column.findings"),
          cell: ({ findings }) => {
            const awaited = findings.filter(({ isReplyAwaited }) => isReplyAwaited).length;
            return (
              <>
                {findings.length}
                {awaited > 0 && (
                  <span className="stacking-table-aside">{t("review.awaited", { count: awaited })}</span>
                )}
              </>
            );
          },
        },
        {
          key: "opinion",
          words: t("review.opinion"),
          cell: (audited) => <OpinionCell {...audited} />,
        },
      ]}
    />
  );
}

function OpinionCell({ section, opinion, isCompetent }: AuditedSectionLineFragment) {
  const { t } = useTranslation();
  const { frozenVersion } = section;
  // What was adopted no longer waits for an opinion, though one can be given.
  const isDue =
    isCompetent &&
    frozenVersion !== null &&
    opinion?.version.id !== frozenVersion.id &&
    !isAdopted(section.state);
  return (
    <>
      {opinion && (
        <span>
          {t(`review.verdict.${opinion.verdict}`)} (
          {t("review.onVersion", { number: opinion.version.number })})
        </span>
      )}
      {isDue && (
        <Link
          to={`/sezioni/${section.id}?accanto=opinions`}
          aria-label={t("review.giveOf", { title: section.title, number: frozenVersion.number })}
        >
          {t("review.give", { number: frozenVersion.number })}
        </Link>
      )}
      {!opinion && isCompetent && !frozenVersion && t("review.nothingFrozen")}
      {!opinion && !isCompetent && "–"}
    </>
  );
}
