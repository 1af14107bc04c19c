import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection } from "@tiptap/pm/state";
import { nodeSuggestions, readSuggestionId } from "@upiao/document";

/** Puts the caret to where a suggestion stands, and it in sight. False when it stands nowhere. */
export function showSuggestion(editor: Editor, id: string): boolean {
  const place = placeOf(editor.state.doc, id);
  if (!place) return false;
  const { tr } = editor.state;
  const { from, to } = place;
  const isText = tr.doc.resolve(from).parent.isTextblock;
  tr.setSelection(isText ? TextSelection.create(tr.doc, from, to) : Selection.near(tr.doc.resolve(from)));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
  return true;
}

/** The suggestions at the caret, of its words and of its block. */
export function suggestionsAtCaret({ doc, selection: { $from, $to } }: EditorState): string[] {
  const found = new Set<string>();
  const end = Math.min(Math.max($to.pos, $from.pos + 1), doc.content.size);
  doc.nodesBetween(Math.max($from.pos - ($from.pos === $to.pos ? 1 : 0), 0), end, (node) => {
    for (const id of idsOf(node)) found.add(id);
  });
  return [...found];
}

function placeOf(doc: Node, id: string): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null;
  doc.descendants((node, at) => {
    if (place || !idsOf(node).includes(id)) return place === null;
    place = node.isText ? { from: at, to: at + node.nodeSize } : { from: at + 1, to: at + 1 };
    return false;
  });
  return place;
}

function idsOf(node: Node): string[] {
  const { inserted, deleted, proposed } = nodeSuggestions(node.attrs);
  const ofNode = [...(inserted ? [inserted] : []), ...deleted, ...(proposed ? [proposed.id] : [])];
  const ofWords = node.marks.map(({ attrs }) => attrs.id as unknown);
  return [...ofNode, ...ofWords].filter((id): id is string => readSuggestionId(id) !== null);
}
