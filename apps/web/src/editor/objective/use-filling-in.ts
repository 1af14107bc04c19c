import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { isSuggesting } from "../proposal/suggesting.ts";

/** `FILL_IN`: fields may be written. `PROPOSE`: this person proposes, and fields are no words that can be proposed. */
export function useFillingIn(editor: Editor): "FILL_IN" | "PROPOSE" | "READ" {
  return useEditorState({
    editor,
    selector: ({ editor }) => (!editor.isEditable ? "READ" : isSuggesting(editor) ? "PROPOSE" : "FILL_IN"),
  });
}
