import { type Editor, Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { Plugin, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import {
  fragmentName,
  type Proposer,
  planSuggestion,
  readSuggestionId,
  suggestionId,
  writeSuggestion,
} from "@upiao/document";
import type * as Y from "yjs";
import { deleteLetter } from "./delete-letter.ts";
import { isDecision } from "./is-decision.ts";

export interface SuggestingOptions {
  readonly doc: Y.Doc;
  readonly isMine: (client: number) => boolean;
  /** This person may only propose. */
  readonly mustPropose: boolean;
}

export interface SuggestingState {
  /** Under which proposal what is written stands; null: in no proposal. */
  proposalId: string | null;
  /** Proposals of this person's, also of other devices. */
  mine: ReadonlySet<string>;
  /** Why nothing has happened: no proposal is open, or it is nothing that can be proposed. */
  refusal: "NO_PROPOSAL" | "NOT_POSSIBLE" | null;
  count: number;
}

/** Writing as suggestions: what an editor would change stands beside the text, marked as proposed. */
export const Suggesting = Extension.create<SuggestingOptions, SuggestingState>({
  name: "suggesting",

  // Before the keys of the text.
  priority: 2_000,

  addStorage: () => ({ proposalId: null, mine: new Set(), refusal: null, count: 0 }),

  dispatchTransaction({ transaction, next }) {
    const { editor, options, storage } = this;
    const isWriting = transaction.docChanged && !isChangeOrigin(transaction);
    if (!isWriting || !isSuggesting(editor)) return next(transaction);
    const refuse = (why: SuggestingState["refusal"]) => {
      storage.refusal = why;
      next(editor.state.tr.setMeta("suggesting", why));
    };
    if (storage.proposalId === null) return refuse("NO_PROPOSAL");
    const proposer = proposerOf(options, storage, storage.proposalId);
    const plan = planSuggestion(transaction, editor.state.selection, proposer);
    if (!plan) return refuse("NOT_POSSIBLE");
    storage.refusal = null;
    const { doc } = options;
    let caret: number | null = null;
    // As the binding would, so that it can be undone.
    doc.transact(() => {
      caret = writeSuggestion(doc.getXmlFragment(fragmentName), transaction.before, plan);
    }, ySyncPluginKey);
    // To the binding what it has rendered is not one's own, and would end what is undone at once with each letter.
    const tr = editor.view.state.tr.setMeta(ySyncPluginKey, { addToHistory: true });
    if (caret !== null) tr.setSelection(selectionAt(tr.doc, caret));
    if (transaction.storedMarksSet) tr.setStoredMarks(transaction.storedMarks);
    next(tr.scrollIntoView());
  },

  addKeyboardShortcuts() {
    const { editor, options, storage } = this;
    const remove = (direction: -1 | 1) => () => {
      const { proposalId } = storage;
      if (proposalId === null || !isSuggesting(editor)) return false;
      const { isMine } = proposerOf(options, storage, proposalId);
      const isGoing = ({ marks }: Node) =>
        marks.some(({ type, attrs }) => type.name === "deletion" && isMine(String(attrs.id)));
      return deleteLetter(editor.view, direction, isGoing);
    };
    return { Backspace: remove(-1), Delete: remove(1) };
  },

  addProseMirrorPlugins() {
    const { options, editor } = this;
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) => {
          if (isSuggesting(editor)) return null;
          const written = transactions.filter((tr) => tr.docChanged && !isChangeOrigin(tr));
          return written.length > 0 ? withoutInherited(written, state.tr) : null;
        },
        view: ({ state }) => {
          const onEnd = (transaction: Y.Transaction) => {
            // What has been adopted is not one's own to undo any more.
            if (!transaction.local && isDecision(transaction, options.isMine))
              yUndoPluginKey.getState(state)?.undoManager.clear();
          };
          options.doc.on("afterTransaction", onEnd);
          return { destroy: () => options.doc.off("afterTransaction", onEnd) };
        },
      }),
    ];
  },
});

export function suggestingOf(editor: Editor): SuggestingState {
  return (editor.storage as unknown as { suggesting: SuggestingState }).suggesting;
}

/** What is written now is proposed, by whoever must or whoever has chosen to. */
export function isSuggesting(editor: Editor): boolean {
  const { options } = editor.extensionManager.extensions.find(({ name }) => name === Suggesting.name)!;
  return (options as SuggestingOptions).mustPropose || suggestingOf(editor).proposalId !== null;
}

function proposerOf(
  { doc, isMine }: SuggestingOptions,
  storage: SuggestingState,
  proposalId: string,
): Proposer {
  return {
    isMine: (id) => {
      const name = readSuggestionId(id);
      return name !== null && (isMine(name.client) || storage.mine.has(name.proposalId));
    },
    isCurrent: (id) => {
      const name = readSuggestionId(id);
      return name?.proposalId === proposalId && isMine(name.client);
    },
    newId: () => suggestionId({ proposalId, client: doc.clientID, number: ++storage.count }),
  };
}

function selectionAt(doc: Node, position: number): Selection {
  const $position = doc.resolve(Math.min(position, doc.content.size));
  return $position.parent.isTextblock ? TextSelection.create(doc, $position.pos) : Selection.near($position);
}

/** What an editor writes beside a suggestion, or in the middle of one, is the text's and no part of it. */
function withoutInherited(written: readonly Transaction[], tr: Transaction): Transaction | null {
  const { insertion, deletion, modification } = tr.doc.type.schema.marks;
  written.forEach((transaction, index) => {
    transaction.mapping.maps.forEach((map, step) => {
      map.forEach((_oldStart, _oldEnd, from, to) => {
        if (from === to) return;
        const later = [
          transaction.mapping.slice(step + 1),
          ...written.slice(index + 1).map(({ mapping }) => mapping),
        ];
        const [start, end] = [from, to].map((place, side) =>
          later.reduce((at, mapping) => mapping.map(at, side === 0 ? 1 : -1), place),
        ) as [number, number];
        for (const type of [insertion!, deletion!, modification!]) {
          if (start < end && tr.doc.rangeHasMark(start, end, type)) tr.removeMark(start, end, type);
        }
      });
    });
  });
  return tr.docChanged ? tr : null;
}
