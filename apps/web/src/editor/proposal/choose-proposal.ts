import type { Editor } from "@tiptap/core";
import { suggestingOf } from "./suggesting.ts";

/** Writes from now on under this proposal; null: in none. */
export function chooseProposal(editor: Editor, proposalId: string | null): void {
  if (editor.isDestroyed) return;
  suggestingOf(editor).proposalId = proposalId;
  suggestingOf(editor).refusal = null;
  // Whatever shows the mode looks again.
  editor.view.dispatch(editor.state.tr.setMeta("suggesting", proposalId));
}
