import { useEditorState } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import type { TextTools } from "../text-tools.ts";
import type { CommentDesk } from "./comment-desk.ts";

interface Props {
  readonly tools: TextTools;
  readonly desk: CommentDesk;
}

/** Comments on the words chosen in the text, or, where none are, on the whole section. Who can only read has it too. */
export function CommentButton({ tools: { editor }, desk }: Props) {
  const { t } = useTranslation();
  const hasWords = useEditorState({ editor, selector: ({ editor }) => !editor.state.selection.empty });
  return (
    <button
      type="button"
      className="section-toolbar__words"
      aria-keyshortcuts="Control+Alt+M"
      title="Ctrl+Alt+M"
      // The words chosen stay chosen.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!hasWords || !desk.beginOnSelection()) desk.beginOnSection();
      }}
    >
      {t(hasWords ? "comment.onWords" : "comment.onSection")}
    </button>
  );
}
