import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ChangeSinceReview } from "../features/review/change-since-review.tsx";
import { SubmittedSince } from "../features/review/submitted-since.tsx";
import { sectionLabel } from "../features/section/section-label.ts";
import { PlanDeadline } from "../features/workflow/plan-deadline.tsx";
import type { QueuedSectionLineFragment } from "../generated/graphql.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { StackingTable } from "../ui/stacking-table.tsx";

/** The submitted sections that wait for a reviewer. */
export function ReviewQueueTable({ sections }: { readonly sections: readonly QueuedSectionLineFragment[] }) {
  const { t } = useTranslation();
  return (
    <StackingTable<QueuedSectionLineFragment>
      caption={t("review.caption")}
      rows={sections}
      keyOf={({ section }) => section.id}
      columns={[
        {
          key: "section",
          words: t("review.column.section"),
          cell: ({ section, missingSignOffs }) => (
            <>
              {sectionLabel(section.code, t)}{" "}
              <Link to={`/sezioni/${section.id}`} lang="it">
                {section.title}
              </Link>
              {missingSignOffs > 0 && (
                <span className="stacking-table-aside">
                  {t("review.missingSignOffs", { count: missingSignOffs })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "body",
          words: t("review.column.body"),
          cell: ({ section }) => (section.body ? bodyTitle(section.body, t) : section.ownerName),
        },
        {
          key: "submitted",
          words: t("review.column.submitted"),
          cell: ({ submittedAt }) => <SubmittedSince at={submittedAt} />,
        },
        {
          key: "deadline",
          words: t("review.column.deadline"),
          cell: ({ deadline }) => <PlanDeadline deadline={deadline} isOver={false} />,
        },
        {
          key: "change",
          words: t("review.column.change"),
          cell: (queued) => <ChangeSinceReview {...queued} />,
        },
        { key: "comments", words: t("review.column.comments"), cell: ({ openThreads }) => openThreads },
        {
          key: "proposals",
          words: t("review.column.proposals"),
          cell: ({ openProposals, section: { openSuggestions } }) => (
            <>
              {openProposals}
              {openSuggestions > 0 && (
                <span className="stacking-table-aside">
                  {t("review.toDecide", { count: openSuggestions })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
