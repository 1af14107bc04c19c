import { useMutation } from "@apollo/client/react";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type Access, reaches } from "@upiao/domain";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseProposal } from "../../editor/proposal/choose-proposal.ts";
import { showSuggestion, suggestionsAtCaret } from "../../editor/proposal/show-suggestion.ts";
import { suggestingOf } from "../../editor/proposal/suggesting.ts";
import type { TextTools } from "../../editor/text-tools.ts";
import { CloseProposalDocument, SectionProposalsDocument } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { OpenProposalForm } from "./open-proposal-form.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { type ListedProposal, listProposals } from "./suggestion.ts";
import { useDecision } from "./use-decision.ts";
import { useNotedSuggestions, useOpenSuggestions, useProposals } from "./use-proposals.ts";

interface Props {
  readonly tools: TextTools | null;
  readonly section: { readonly id: string; readonly myAccess: Access };
  /** What is said of a proposal. */
  readonly discussionOf: (proposalId: string) => ReactNode;
}

/** The proposals to a section beside its text. */
export function ProposalsPanel({ tools, section: { id, myAccess }, discussionOf }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const editor = tools?.editor ?? null;
  const { proposals: known } = useProposals(id);
  const open = useOpenSuggestions(tools?.sitting ?? null);
  const proposals = listProposals(known, open);
  const mine = new Set(proposals.filter(({ isMine }) => isMine).map((proposal) => proposal.id));
  const { decide, outcome } = useDecision(id);
  const [close] = useMutation(CloseProposalDocument, { refetchQueries: [SectionProposalsDocument] });
  const mayPropose = reaches(myAccess, "PROPOSE");
  const [written, write] = useWrittenProposal(editor, {
    mine,
    open: proposals.filter(({ state, isMine }) => state === "OPEN" && isMine),
    mustPropose: myAccess === "PROPOSE",
  });
  const ofMine = proposals.filter(({ isMine }) => isMine).flatMap(({ suggestions }) => suggestions);
  useNotedSuggestions(
    id,
    (open ?? []).filter((one) => ofMine.some((suggestion) => suggestion.id === one.id)),
  );
  const current = useCurrent(editor);
  const show = editor ? (suggestion: string) => void showSuggestion(editor, suggestion) : null;
  return (
    <section className="proposals" aria-labelledby={title}>
      <h2 id={title}>{t("proposal.heading")}</h2>
      <div role="status">
        {outcome && <Notice kind={outcome.isDone ? "success" : "warning"}>{outcome.sentence}</Notice>}
      </div>
      {proposals.length === 0 && <p>{t("proposal.none")}</p>}
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          current={current}
          mayDecide={myAccess === "EDIT"}
          isWritten={mayPropose && tools ? written === proposal.id : null}
          onWrite={(isWritten) => write(isWritten ? proposal.id : null)}
          onShow={show}
          onDecide={(ids, decision, reason) => void decide(ids, decision, reason)}
          discussion={discussionOf(proposal.id)}
          onClose={() => void close({ variables: { id: proposal.id } }).catch(() => {})}
        />
      ))}
      {mayPropose && (
        <details className="proposals__new" open={myAccess === "PROPOSE" && mine.size === 0}>
          <summary>{t("proposal.new")}</summary>
          <OpenProposalForm sectionId={id} onOpened={write} />
        </details>
      )}
    </section>
  );
}

interface Writing {
  readonly mine: ReadonlySet<string>;
  readonly open: readonly ListedProposal[];
  readonly mustPropose: boolean;
}

/** Under which proposal the editor writes. Who may only propose writes under their latest, if they have one open. */
function useWrittenProposal(editor: Editor | null, { mine, open, mustPropose }: Writing) {
  const [chosen, setChosen] = useState<string | null>(null);
  const isStillOpen = open.some(({ id }) => id === chosen);
  const written = isStillOpen ? chosen : mustPropose ? (open[0]?.id ?? null) : null;
  const all = [...mine].join();
  useEffect(() => {
    if (!editor) return;
    suggestingOf(editor).mine = new Set(all.split(","));
    chooseProposal(editor, written);
  }, [editor, written, all]);
  return [written, setChosen] as const;
}

/** The suggestions where the caret stands. */
function useCurrent(editor: Editor | null): readonly string[] {
  const state = useEditorState({
    editor,
    selector: ({ editor }) => (editor ? suggestionsAtCaret(editor.state).join() : ""),
  });
  return state ? state.split(",") : [];
}
