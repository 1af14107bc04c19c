import { EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName, schema } from "../../schema.ts";
import { type Proposer, planSuggestion } from "../plan-suggestion.ts";
import { readSuggestionId, suggestionId } from "../suggestion-id.ts";
import { writeSuggestion } from "../write-suggestion.ts";

/** Somebody who only proposes: an editor without a screen, in the mode of suggestions. */
export class ProposingPeer {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(fragmentName);
  private number: number;
  private readonly proposer: Proposer;

  constructor(
    clientId: number,
    private readonly proposalId: string,
    number = 0,
  ) {
    this.number = number;
    this.doc.clientID = clientId;
    this.proposer = {
      isMine: (id) => readSuggestionId(id)?.client === clientId,
      isCurrent: (id) => readSuggestionId(id)?.client === clientId,
      newId: () => suggestionId({ proposalId, client: clientId, number: ++this.number }),
    };
  }

  receive(...updates: Uint8Array[]): void {
    for (const update of updates) Y.applyUpdate(this.doc, update);
  }

  /** The same person, whose page has begun anew. */
  startAgain(log: readonly Uint8Array[]): ProposingPeer {
    const next = new ProposingPeer(this.doc.clientID + 1_000, this.proposalId, this.number);
    next.receive(...log);
    return next;
  }

  state(): EditorState {
    const { doc } = initProseMirrorDoc(this.fragment, schema);
    return EditorState.create({ doc: doc.childCount === 0 ? schema.nodes.doc!.createAndFill()! : doc });
  }

  /** Suggests what an editor would do; answers the update that leaves, or null when it cannot be suggested. */
  suggest(
    change: (tr: Transaction) => unknown,
    select?: (state: EditorState) => Selection,
  ): Uint8Array | null {
    const before = Y.encodeStateVector(this.doc);
    const sent: Uint8Array[] = [];
    const send = (update: Uint8Array) => sent.push(update);
    // Reading joins texts that stand side by side, which leaves like anything else that an editor does.
    this.doc.on("update", send);
    const isPlanned = this.write(change, select);
    this.doc.off("update", send);
    if (sent.length > 0) return Y.mergeUpdates(sent);
    return isPlanned ? Y.encodeStateAsUpdate(this.doc, before) : null;
  }

  private write(change: (tr: Transaction) => unknown, select?: (state: EditorState) => Selection): boolean {
    let state = this.state();
    if (select) state = state.apply(state.tr.setSelection(select(state)));
    const { tr } = state;
    change(tr);
    const plan = planSuggestion(tr, state.selection, this.proposer);
    if (!plan) return false;
    this.doc.transact(() => {
      this.caret = writeSuggestion(this.fragment, state.doc, plan);
    });
    return true;
  }

  /** Where the last suggestion has left the caret. */
  caret: number | null = null;
}

export const select =
  (from: number, to = from) =>
  ({ doc }: EditorState) =>
    TextSelection.create(doc, from, to);
