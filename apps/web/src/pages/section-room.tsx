import { whyNotComment } from "@upiao/domain";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CommentButton } from "../editor/comment/comment-button.tsx";
import SectionEditor from "../editor/section-editor.tsx";
import type { TextTools } from "../editor/text-tools.ts";
import { AuthorshipMarks } from "../editor/version/authorship.ts";
import { CommentAnnouncer } from "../features/comment/comment-announcer.tsx";
import { CommentPanel } from "../features/comment/comment-panel.tsx";
import { standingOf } from "../features/comment/comment-standing.ts";
import { ProposalDiscussion } from "../features/comment/proposal-discussion.tsx";
import { useComments } from "../features/comment/use-comments.ts";
import { useDesk, useDeskView } from "../features/comment/use-desk.ts";
import { ExportButton } from "../features/export/export-button.tsx";
import { ProposalsPanel } from "../features/proposal/proposals-panel.tsx";
import { OpinionPanel } from "../features/review/opinion-panel.tsx";
import { Guidance } from "../features/section/guidance.tsx";
import { CoveragePanel } from "../features/strategy/coverage-panel.tsx";
import { VersionPanel } from "../features/version/version-panel.tsx";
import { HistoryPanel } from "../features/workflow/history-panel.tsx";
import type { Access, MyselfFragment, SectionPageQuery } from "../generated/graphql.ts";
import { Tabs } from "../ui/tabs.tsx";
import { useObjectiveSources } from "./use-objective-sources.tsx";
import { usePlanParts } from "./use-plan-parts.ts";

/** What a panel beside the text is given. The text is null until it is open. */
export interface PanelProps {
  readonly tools: TextTools | null;
  readonly section: NonNullable<SectionPageQuery["section"]>;
  readonly me: MyselfFragment;
}

interface Props {
  readonly section: PanelProps["section"];
  readonly me: MyselfFragment;
  /** How often the section has changed while it is open. */
  readonly changes: number;
  /** This person may not see the section any more: the editor gives back the words that were not sent, and no more. */
  readonly isLost: boolean;
}

/** The panel for which each is there. */
const firstPanel: Readonly<Record<Access, string>> = {
  EDIT: "guidance",
  PROPOSE: "proposals",
  COMMENT: "comments",
  READ: "guidance",
  NONE: "guidance",
};

/** A section's text with all that stands beside it. To be loaded lazily: it brings the whole editor. */
export default function SectionRoom({ section, me, changes, isLost }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const comments = useComments(section.id, me.id);
  const { desk, extensions: highlights } = useDesk(comments.threads);
  const extensions = useMemo(() => [AuthorshipMarks, ...highlights], [highlights]);
  const sources = useObjectiveSources(section.id, section.shared);
  const planParts = usePlanParts(section, changes);
  const standing = standingOf(section, me);
  const mayComment = !isLost && whyNotComment(standing.place) === null;
  const openThreads = comments.threads.filter(({ state }) => state === "OPEN").length;
  const { begun, chosen } = useDeskView(desk);
  // A notification leads to its thread.
  const wanted = params.get("discussione");
  const isThere = comments.threads.some(({ id }) => id === wanted);
  useEffect(() => {
    if (isThere) desk.choose(wanted);
  }, [desk, wanted, isThere]);
  // A comment begun, or words clicked in the text, bring their panel to the front.
  const asked = begun + chosen > 0 ? { key: "comments", turn: begun + chosen } : null;
  const aside = (tools: TextTools | null) => {
    if (isLost) return null;
    return (
      <>
        <CommentAnnouncer news={comments.news} />
        <Tabs
          label={t("section.beside")}
          asked={asked}
          initial={params.get("accanto") ?? firstPanel[section.myAccess]}
          tabs={[
            {
              key: "guidance",
              words: t("guidance.tab"),
              content: <Guidance parts={section.guidance} />,
            },
            {
              key: "coverage",
              words: t("strategy.coverage.tab"),
              content: <CoveragePanel tools={tools} section={section} />,
            },
            {
              key: "comments",
              words: t("comment.tab", { count: openThreads }),
              content: (
                <>
                  <CommentPanel {...{ comments, standing, desk }} />
                  {comments.threads.length > 0 && (
                    <p>
                      <ExportButton what={{ kind: "COMMENTS", id: section.id }} />
                    </p>
                  )}
                </>
              ),
            },
            {
              key: "proposals",
              words: t("proposal.tab"),
              content: (
                <ProposalsPanel
                  tools={tools}
                  section={section}
                  discussionOf={(proposalId) => <ProposalDiscussion {...{ proposalId, standing, desk }} />}
                />
              ),
            },
            {
              key: "versions",
              words: t("version.tab"),
              content: (
                <>
                  <p>
                    <ExportButton what={{ kind: "SECTION", id: section.id }} />
                  </p>
                  <VersionPanel
                    tools={tools}
                    section={section}
                    exportOf={(id, describedBy) => (
                      <ExportButton what={{ kind: "VERSION", id }} describedBy={describedBy} />
                    )}
                  />
                </>
              ),
            },
            {
              key: "history",
              words: t("workflow.historyTab"),
              content: <HistoryPanel section={section} />,
            },
            {
              key: "opinions",
              words: t("review.opinions"),
              content: <OpinionPanel section={section} me={me} />,
            },
          ]}
        />
      </>
    );
  };
  return (
    <SectionEditor
      sectionId={section.id}
      title={section.title}
      access={section.myAccess}
      firstYear={section.firstYear}
      userId={me.id}
      userName={me.name}
      aside={aside}
      bar={mayComment ? (tools) => <CommentButton tools={tools} desk={desk} /> : undefined}
      extensions={extensions}
      sources={sources}
      planParts={planParts}
    />
  );
}
