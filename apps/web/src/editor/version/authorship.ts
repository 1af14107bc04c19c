import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type AuthoredRun, authorsOf } from "@upiao/document";
import type * as Y from "yjs";
import "./authorship.css";

/** Who has written under a Yjs client id. */
export interface Author {
  readonly userId: string;
  readonly name: string;
  /** How their letters are marked: the place of this person among all. */
  readonly mark: number;
}

export interface Authorship {
  readonly fragment: Y.XmlFragment;
  readonly owners: ReadonlyMap<number, Author>;
}

/** A run of letters and where it stands in the editor. */
export interface PlacedRun extends AuthoredRun<Author> {
  readonly from: number;
  readonly to: number;
}

interface Shown {
  /** Null: it is not shown. */
  readonly authorship: Authorship | null;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>("authorship");
/** Colours and lines, in `authorship.css`; with more people they begin anew. */
export const authorMarks = 8;
/** To look at all letters after each one would hold up who types. */
const lookAgainMs = 500;

/** Marks in the text who wrote what. It comes with the editor and shows nothing until it is asked. */
export const AuthorshipMarks = Extension.create({
  name: "authorshipMarks",
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: () => ({ authorship: null, decorations: DecorationSet.empty }),
        apply: (tr, shown, _before, state) => {
          const told: Authorship | null | undefined = tr.getMeta(key);
          if (told !== undefined) return { authorship: told, decorations: decorate(state, told) };
          if (!tr.docChanged) return shown;
          return { ...shown, decorations: shown.decorations.map(tr.mapping, tr.doc) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
      view: () => {
        let due: ReturnType<typeof setTimeout> | undefined;
        return {
          update: (view, before) => {
            const authorship = key.getState(view.state)?.authorship;
            if (!authorship || view.state.doc === before.doc) return;
            clearTimeout(due);
            due = setTimeout(() => view.dispatch(view.state.tr.setMeta(key, authorship)), lookAgainMs);
          },
          destroy: () => clearTimeout(due),
        };
      },
    }),
  ],
});

/** What shows who wrote the text, or null to show it no more. */
export function showAuthorship(state: EditorState, authorship: Authorship | null) {
  return state.tr.setMeta(key, authorship);
}

/** Who wrote the sentence in which a position stands. */
export function runsOfSentence(doc: Node, position: number, authorship: Authorship): PlacedRun[] {
  const place = doc.resolve(position);
  if (!place.parent.isTextblock) return [];
  const start = place.start();
  const text = place.parent.textBetween(0, place.parent.content.size, "\n", "\n");
  const at = place.parentOffset;
  const from =
    start +
    Math.max(...[...text.slice(0, at).matchAll(/[.!?]\s+|\n/g)].map((end) => end.index + end[0].length), 0);
  const rest = /[.!?](\s|$)|\n/.exec(text.slice(at));
  const to = start + (rest ? at + rest.index + 1 : text.length);
  return placeRuns(doc, authorship).filter((run) => run.from < to && run.to > from);
}

function decorate(state: EditorState, authorship: Authorship | null): DecorationSet {
  if (!authorship) return DecorationSet.empty;
  const marks = placeRuns(state.doc, authorship).map(({ from, to, author }) =>
    Decoration.inline(from, to, {
      class: author ? `authored authored-${author.mark % authorMarks}` : "authored authored-unknown",
    }),
  );
  return DecorationSet.create(state.doc, marks);
}

/** The shared text and the editor have the same blocks in the same order; one that says something else just now, because a
 *  change is on its way from one to the other, is left out. */
function placeRuns(doc: Node, { fragment, owners }: Authorship): PlacedRun[] {
  const blocks = authorsOf(fragment, owners);
  const placed: PlacedRun[] = [];
  let next = 0;
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const runs = blocks[next++] ?? [];
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    if (length !== node.content.size) return false;
    let from = at + 1;
    for (const run of runs) {
      placed.push({ ...run, from, to: from + run.text.length });
      from += run.text.length;
    }
    return false;
  });
  return placed;
}
