import type { Extensions } from "@tiptap/core";
import type { Access } from "@upiao/domain";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { PlaceOf, useLastingPart } from "../ui/lasting-part.tsx";
import "./editor.css";
import { EditorFrame } from "./editor-frame.tsx";
import { noSources, type ObjectiveSources, ObjectiveSourcesContext } from "./objective/objective-sources.ts";
import { OpenText } from "./open-text.tsx";
import { EditorBoundary } from "./panels/editor-boundary.tsx";
import { ForeignText } from "./panels/foreign-text.tsx";
import { HandedBackPanel } from "./panels/handed-back-panel.tsx";
import { PeopleList } from "./panels/people-list.tsx";
import { RefusalNotice } from "./panels/refusal-notice.tsx";
import { SaveStatus } from "./panels/save-status.tsx";
import type { PlanParts } from "./reference/plan-parts.ts";
import type { PresentPerson } from "./sitting/people.ts";
import type { Sitting, SittingView } from "./sitting/sitting.ts";
import type { TextTools } from "./text-tools.ts";
import { useSitting } from "./use-sitting.ts";

export interface SectionEditorProps {
  readonly sectionId: string;
  /** What the text is called for a screen reader: the section's title, which the page shows above. */
  readonly title: string;
  /** The right that the page knows of; while the page is open the server's word counts. */
  readonly access: Access;
  /** The first of the three years to which its objectives have targets. */
  readonly firstYear: number;
  readonly userName: string;
  readonly userId: string;
  /** Called with the others who have the section open, whenever they change. */
  readonly onPeople?: (people: readonly PresentPerson[]) => void;
  /** What stands beside the text, which is null until it is open. */
  readonly aside?: (tools: TextTools | null) => ReactNode;
  /** What stands above the text beside its tools, also for who only reads it. */
  readonly bar?: ((tools: TextTools) => ReactNode) | undefined;
  /** What others bring into the editor. The same array for as long as the page is open. */
  readonly extensions?: Extensions;
  /** What the page knows for the objectives of the text. The same for as long as the page is open. */
  readonly sources?: ObjectiveSources | undefined;
  /** The parts of the plan, to which the text can refer; null while they are not known. */
  readonly planParts?: PlanParts | null;
}

/** The text of a section, written together. To be loaded lazily: it brings the whole editor. */
export default function SectionEditor(props: SectionEditorProps) {
  return (
    <EditorBoundary>
      <ObjectiveSourcesContext value={props.sources ?? noSources}>
        <SittingPlace key={`${props.userId}/${props.sectionId}`} {...props} />
      </ObjectiveSourcesContext>
    </EditorBoundary>
  );
}

function SittingPlace({
  sectionId,
  title,
  access,
  firstYear,
  userName,
  userId,
  onPeople,
  aside = () => null,
  bar,
  extensions,
  planParts = null,
}: SectionEditorProps) {
  const seat = useSitting({ sectionId, userId, access });
  const others = seat?.view.others;
  useEffect(() => {
    if (others) onPeople?.(others);
  }, [others, onPeople]);
  const beside = useLastingPart();
  const [tools, setTools] = useState<TextTools | null>(null);
  return (
    <>
      <Text
        {...{ seat, title, userName, firstYear, planParts, bar, extensions }}
        // The text is made anew when its phase or the right to write in it changes; a comment is half written beside it.
        beside={<PlaceOf part={beside} />}
        onTools={setTools}
      />
      {createPortal(aside(tools), beside.element)}
    </>
  );
}

interface TextProps
  extends Pick<SectionEditorProps, "title" | "userName" | "firstYear" | "bar" | "extensions"> {
  readonly seat: ReturnType<typeof useSitting>;
  readonly planParts: PlanParts | null;
  readonly beside: ReactNode;
  readonly onTools: (tools: TextTools | null) => void;
}

function Text({ seat, ...props }: TextProps) {
  const { t } = useTranslation();
  if (!seat) return <p className="section-editor__wait">{t("editor.opening")}</p>;
  const { sitting, view } = seat;
  const parts = {
    ...seat,
    status: <SaveStatus view={view} />,
    notices: <RefusalNotice sitting={sitting} view={view} />,
    people: <PeopleList myName={props.userName} others={view.others} />,
  };
  if (view.phase !== "open") return <ShutText {...parts} beside={props.beside} />;
  const mode = view.canWrite ? (view.mustPropose ? "propose" : "write") : "read";
  return <OpenText key={mode} {...props} {...parts} />;
}

interface ShutTextProps {
  readonly sitting: Sitting;
  readonly view: SittingView;
  readonly status: ReactNode;
  readonly notices: ReactNode;
  readonly people: ReactNode;
  readonly beside: ReactNode;
}

/** What stands in the place of the text as long as it is not there. */
function ShutText({ sitting, view, status, notices, people, beside }: ShutTextProps) {
  const { t } = useTranslation();
  return (
    <EditorFrame
      bar={status}
      notices={
        <>
          {notices}
          <HandedBackPanel
            words={view.handedBack}
            onPutBack={null}
            onSettle={(id) => sitting.handedBack.settle(id)}
          />
        </>
      }
      text={
        <>
          {view.phase === "opening" && <p className="section-editor__wait">{t("editor.opening")}</p>}
          {view.phase === "unreachable" && <p className="section-editor__wait">{t("editor.unreachable")}</p>}
          {view.phase === "foreign" && <ForeignText sitting={sitting} />}
        </>
      }
      aside={
        <>
          {people}
          {beside}
        </>
      }
    />
  );
}
