import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import SectionEditor from "../editor/section-editor.tsx";
import type { TextTools } from "../editor/text-tools.ts";
import { OpinionPanel } from "../features/review/opinion-panel.tsx";
import { Guidance } from "../features/section/guidance.tsx";
import { HistoryPanel } from "../features/workflow/history-panel.tsx";
import type { MyselfFragment, SectionPageQuery } from "../generated/graphql.ts";
import { Tabs } from "../ui/tabs.tsx";

/** What a panel beside the text is given. The text is null until it is open. */
export interface PanelProps {
  readonly tools: TextTools | null;
  readonly section: NonNullable<SectionPageQuery["section"]>;
  readonly me: MyselfFragment;
}

interface Props {
  readonly section: PanelProps["section"];
  readonly me: MyselfFragment;
  /** This person may not see the section any more: the editor gives back the words that were not sent, and no more. */
  readonly isLost: boolean;
}

/** A section's text with all that stands beside it. To be loaded lazily: it brings the whole editor. */
export default function SectionRoom({ section, me, isLost }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const aside = (_tools: TextTools | null) => {
    if (isLost) return null;
    return (
      <Tabs
        label={t("section.beside")}
        initial={params.get("accanto")}
        tabs={[
          {
            key: "guidance",
            words: t("guidance.tab"),
            content: <Guidance parts={section.guidance} />,
          },
          {
            key: "history",
            words: t("workflow.historyTab"),
            content: <HistoryPanel section={section} />,
          },
          { key: "pareri", words: t("review.opinions"), content: <OpinionPanel section={section} me={me} /> },
        ]}
      />
    );
  };
  return (
    <SectionEditor
      sectionId={section.id}
      title={section.title}
      access={section.myAccess}
      userId={me.id}
      userName={me.name}
      aside={aside}
    />
  );
}
