import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type CommentDesk, draftId, type Highlight } from "./comment-desk.ts";

const key = new PluginKey<DecorationSet>("commentHighlights");

/** Shows in the text where comments stand: as decorations, which nobody else sees and nothing writes into the text. The keys
 *  work also where the text is only read. */
export function commentHighlights(desk: CommentDesk) {
  return Extension.create({
    name: "commentHighlights",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, shown) => tr.getMeta(key) ?? shown.map(tr.mapping, tr.doc),
        },
        props: {
          decorations: (state) => key.getState(state),
          // Not `handleKeyDown`, which ProseMirror asks only where one may write.
          handleDOMEvents: {
            keydown: (view, event) => onKey(desk, view, event),
            click: (view, event) => onClick(desk, view, event),
          },
        },
        view: (view) => attach(desk, view),
      }),
    ],
  });
}

function attach(desk: CommentDesk, view: EditorView) {
  const draw = (highlights: readonly Highlight[]) => {
    const { chosenId } = desk.getView();
    const drawn = highlights.map((one) => decorationOf(one, one.id === chosenId, view.editable));
    const next = DecorationSet.create(view.state.doc, drawn);
    view.dispatch(view.state.tr.setMeta(key, next).setMeta("addToHistory", false));
  };
  desk.onHighlights = draw;
  desk.attach(view);
  return {
    update: ({ state }: EditorView, before: { doc: Node }) => {
      if (state.doc !== before.doc) desk.placeLater();
    },
    destroy: () => desk.detach(view),
  };
}

function decorationOf({ id, from, to }: Highlight, isChosen: boolean, isEditable: boolean): Decoration {
  const kind =
    id === draftId ? " section-text__comment--draft" : isChosen ? " section-text__comment--chosen" : "";
  // Where the caret goes everywhere it opens the thread by itself; where there is none, the words are a stop of the Tab key.
  const stop = isEditable || id === draftId ? {} : { tabindex: "0", role: "button" };
  return Decoration.inline(from, to, {
    nodeName: "mark",
    class: `section-text__comment${kind}`,
    "data-thread": id,
    ...stop,
  });
}

function threadOf(target: EventTarget | null): string | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>("[data-thread]") : null;
  const id = mark?.dataset.thread ?? null;
  return id === draftId ? null : id;
}

function onKey(desk: CommentDesk, view: EditorView, event: KeyboardEvent): boolean {
  const isComment = event.code === "KeyM" && event.altKey && (event.ctrlKey || event.metaKey);
  const id = isComment
    ? desk.threadAt(view.state.selection.from)
    : event.key === "Enter"
      ? stopOf(event)
      : null;
  if (!isComment && id === null) return false;
  event.preventDefault();
  if (isComment && !view.state.selection.empty) desk.beginOnSelection();
  else if (id !== null) desk.choose(id);
  return true;
}

/** Enter in a text that one writes is a new paragraph. */
function stopOf({ target }: KeyboardEvent): string | null {
  return target instanceof HTMLElement && target.hasAttribute("tabindex") ? threadOf(target) : null;
}

function onClick(desk: CommentDesk, view: EditorView, { target }: MouseEvent): boolean {
  const id = threadOf(target);
  // Who drags over words chooses them, and reads no comment.
  if (id !== null && view.state.selection.empty) desk.choose(id);
  return false;
}
