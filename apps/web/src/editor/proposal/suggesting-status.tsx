import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import { isSuggesting, suggestingOf } from "./suggesting.ts";

/** Whether what is written now is a proposal, and why a key has done nothing. */
export function SuggestingStatus({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const { isOn, hasProposal, refusal } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      isOn: isSuggesting(editor),
      hasProposal: suggestingOf(editor).proposalId !== null,
      refusal: suggestingOf(editor).refusal,
    }),
  });
  return (
    <div className="suggesting-status" data-on={isOn}>
      {isOn && <p>{t(hasProposal ? "proposal.mode.on" : "proposal.mode.none")}</p>}
      <p role="status">{refusal && hasProposal ? t("proposal.mode.notPossible") : ""}</p>
    </div>
  );
}
