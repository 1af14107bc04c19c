import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { callPart, findPart, type PlanParts } from "./plan-parts.ts";
import { type ReferencePlace, referencesIn } from "./references-in.ts";

interface Told {
  readonly known: PlanParts;
  /** What is said of a reference to a part that the plan has not. */
  readonly lost: string;
}

interface Shown {
  readonly told: Told | null;
  readonly places: readonly ReferencePlace[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>("partNumbers");

/** Shows behind each reference the number of its part in this plan. It is no part of the text: the style sheet draws it after the
 *  last letter, so that there is nothing in which a caret could stand or which an input method would meet. */
export const PartNumbers = Extension.create({
  name: "partNumbers",
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: (_config, { doc }) => show(doc, null),
        apply: (tr, shown) => {
          const news: Told | null | undefined = tr.getMeta(key);
          if (news === undefined && !tr.docChanged) return shown;
          return show(tr.doc, news === undefined ? shown.told : news);
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
});

/** Tells the editor what the plan's parts are now; null: nothing is known of them. */
export function showParts({ view }: Editor, told: Told | null): void {
  view.dispatch(view.state.tr.setMeta(key, told).setMeta("addToHistory", false));
}

export function partsIn(state: EditorState): PlanParts | null {
  return key.getState(state)?.told?.known ?? null;
}

/** References to parts that the plan has not, or in which nobody writes: it will be adopted without them. */
export function lostIn(state: EditorState): ReferencePlace[] {
  const { told, places } = key.getState(state)!;
  return told ? places.filter(({ code }) => findPart(told.known, code)?.isWritten !== true) : [];
}

function show(doc: Node, told: Told | null): Shown {
  const places = referencesIn(doc);
  const drawn = told ? places.flatMap((place) => decorationsOf(place, told)) : [];
  return { told, places, decorations: DecorationSet.create(doc, drawn) };
}

function decorationsOf({ code, words, from, to }: ReferencePlace, { known, lost }: Told): Decoration[] {
  const part = findPart(known, code);
  if (!part) return [Decoration.inline(from, to, { class: "section-text__lost-part", title: lost })];
  const named = Decoration.inline(from, to, { title: callPart(part, known) });
  if (!known.isNumbered) return [named];
  // Of the last letter alone: other decorations, such as a comment's, cut longer ones in pieces, each with a number.
  const number = { class: "section-text__part-number", "data-number": `(${part.number})` };
  return [named, Decoration.inline(to - lastLetter(words), to, number)];
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function lastLetter(words: string): number {
  return [...letters.segment(words)].at(-1)?.segment.length ?? 1;
}
