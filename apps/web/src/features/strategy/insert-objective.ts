import type { Editor } from "@tiptap/core";
import { isSuggesting } from "../../editor/proposal/suggesting.ts";

/** Whether this text can hold objectives, and this person write one in it now. */
export function canInsertObjective(editor: Editor): boolean {
  return editor.isEditable && !isSuggesting(editor) && editor.schema.nodes.objective !== undefined;
}

/** Writes a new objective that names an item of the Piano triennale, after the block in which the selection ends. */
export function insertObjective(editor: Editor, code: string): void {
  const { $to } = editor.state.selection;
  const place = $to.depth === 0 ? $to.pos : $to.after(1);
  const objective = {
    type: "objective",
    attrs: { key: crypto.randomUUID(), items: code },
    content: [{ type: "objectiveTitle" }],
  };
  editor
    .chain()
    .insertContentAt(place, objective)
    .focus(place + 2)
    .run();
}
