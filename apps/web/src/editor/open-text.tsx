import type { Editor, Extensions } from "@tiptap/core";
import { Selection } from "@tiptap/pm/state";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { partReference } from "@upiao/document";
import { type ReactNode, useEffect, useId, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EditorFrame } from "./editor-frame.tsx";
import { InsertList } from "./objective/insert-list.tsx";
import { HandedBackPanel } from "./panels/handed-back-panel.tsx";
import { countWords } from "./panels/headings-of.ts";
import { KeyboardHelp } from "./panels/keyboard-help.tsx";
import { TextOutline } from "./panels/text-outline.tsx";
import { SuggestingStatus } from "./proposal/suggesting-status.tsx";
import { LostReferences } from "./reference/lost-references.tsx";
import { PartDialog } from "./reference/part-dialog.tsx";
import { showParts } from "./reference/part-numbers.ts";
import type { PlanParts } from "./reference/plan-parts.ts";
import type { HandedBack } from "./sitting/handed-back.ts";
import type { Sitting, SittingView } from "./sitting/sitting.ts";
import { insertWords } from "./text/block-commands.ts";
import { detachBinding } from "./text/detach-binding.ts";
import { readSelection } from "./text/read-selection.ts";
import { sectionExtensions } from "./text/section-editing.ts";
import type { TextTools } from "./text-tools.ts";
import { LinkDialog } from "./toolbar/link-dialog.tsx";
import { type LinkKind, Toolbar } from "./toolbar/toolbar.tsx";

interface Props {
  readonly sitting: Sitting;
  readonly view: SittingView;
  readonly title: string;
  readonly userName: string;
  readonly firstYear: number;
  readonly planParts: PlanParts | null;
  readonly status: ReactNode;
  readonly notices: ReactNode;
  readonly people: ReactNode;
  /** What stands beside the text and outlives it. */
  readonly beside: ReactNode;
  /** Told what it may work with as long as the text is open. Stays the same. */
  readonly onTools: (tools: TextTools | null) => void;
  readonly bar?: ((tools: TextTools) => ReactNode) | undefined;
  readonly extensions?: Extensions | undefined;
}

/** The text with everything to write it, or to read it where this person may not write. */
export function OpenText({
  sitting,
  view,
  title,
  userName,
  firstYear,
  planParts,
  status,
  notices,
  people,
  beside,
  onTools,
  bar,
  extensions,
}: Props) {
  const { t } = useTranslation();
  const helpId = useId();
  const { canWrite, mustPropose } = view;
  const [asking, setAsking] = useState<LinkKind | null>(null);
  const editor = useEditor(
    {
      extensions: [
        ...sectionExtensions({
          doc: sitting.doc,
          awareness: sitting.connection.awareness,
          userName,
          firstYear,
          onLink: () => setAsking("link"),
          isMine: sitting.isMine,
          mustPropose,
        }),
        ...(extensions ?? []),
      ],
      editable: canWrite,
      // Its style is in `editor.css`: the page accepts none that a script writes.
      injectCSS: false,
      editorProps: {
        attributes: {
          class: "section-text",
          "aria-label": title,
          // Its own ring, in `editor.css`: the kit's is drawn over the words.
          "data-focus-mouse": "true",
          lang: "it",
          ...(canWrite
            ? { role: "textbox", "aria-multiline": "true", "aria-describedby": helpId }
            : { role: "document", tabindex: "0" }),
        },
      },
      onCreate: ({ editor: { state, view } }) =>
        view.dispatch(state.tr.setSelection(Selection.atStart(state.doc))),
    },
    [sitting, canWrite, mustPropose, extensions],
  );
  useEffect(
    () => showParts(editor, planParts && { known: planParts, lost: t("reference.lost") }),
    [editor, planParts, t],
  );
  useLayoutEffect(() => {
    onTools({ editor, sitting });
    return () => onTools(null);
  }, [editor, sitting, onTools]);
  useEffect(() => sitting.foreign.on(() => detachBinding(editor)), [sitting, editor]);
  useEffect(() => sitting.arrival.on(() => readSelection(editor.view)), [sitting, editor]);

  const words = useEditorState({ editor, selector: ({ editor }) => countWords(editor.state.doc) });
  const putBack = ({ id, text }: HandedBack) => {
    if (!insertWords(text)(editor.state, editor.view.dispatch)) return;
    sitting.handedBack.settle(id);
    editor.commands.focus();
  };

  return (
    <EditorFrame
      bar={
        <>
          {status}
          {canWrite && <SuggestingStatus editor={editor} />}
          {canWrite && <Toolbar editor={editor} onLink={setAsking} />}
          {bar?.({ editor, sitting })}
        </>
      }
      notices={
        <>
          {notices}
          <HandedBackPanel
            words={view.handedBack}
            onPutBack={canWrite ? putBack : null}
            onSettle={(id) => sitting.handedBack.settle(id)}
          />
        </>
      }
      text={
        <>
          <EditorContent editor={editor} />
          {canWrite && <InsertList editor={editor} onPart={planParts && (() => setAsking("part"))} />}
          <p className="section-words">{t("editor.words", { count: words })}</p>
          {canWrite && <KeyboardHelp id={helpId} />}
          {asking && (
            <LinkQuestion kind={asking} known={planParts} editor={editor} onClose={() => setAsking(null)} />
          )}
        </>
      }
      aside={
        <>
          {people}
          <TextOutline editor={editor} />
          {canWrite && !mustPropose && <LostReferences editor={editor} />}
          {beside}
        </>
      }
    />
  );
}

interface QuestionProps {
  readonly kind: LinkKind;
  readonly known: PlanParts | null;
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Of a reference it is asked to which part, also where the key of links was pressed. */
function LinkQuestion({ kind, known, editor, onClose }: QuestionProps) {
  const isOnReference = partReference(editor.getAttributes("link").href) !== null;
  const isPart = kind === "part" || isOnReference;
  return known && isPart ? (
    <PartDialog editor={editor} known={known} onClose={onClose} />
  ) : (
    <LinkDialog editor={editor} onClose={onClose} />
  );
}
