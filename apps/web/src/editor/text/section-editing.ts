import { Extension, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Dropcursor, Gapcursor } from "@tiptap/extensions";
import { fragmentName } from "@upiao/document";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { InsertMenu } from "../objective/insert-menu.ts";
import { ObjectiveEditing } from "../objective/objective-editing.ts";
import { textNodes } from "../objective/text-nodes.ts";
import { SectionClipboard } from "../pasting/section-clipboard.ts";
import { Suggesting } from "../proposal/suggesting.ts";
import { PartNumbers } from "../reference/part-numbers.ts";
import { caretsOf } from "./carets.ts";
import { LookBeforeCarets } from "./read-selection.ts";
import { SectionKeys } from "./section-keys.ts";
import { sectionTableEditing } from "./section-table.ts";
import { SectionTyping } from "./section-typing.ts";

interface Parts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly userName: string;
  readonly onLink: () => void;
  /** Of the triennium, to name the years of targets. */
  readonly firstYear?: number;
  readonly isMine?: (client: number) => boolean;
  /** This person may only propose. */
  readonly mustPropose?: boolean;
}

/** The editor of a shared text. It never brings a text of its own: what there is comes from `doc`. */
export function sectionExtensions({
  doc,
  awareness,
  userName,
  onLink,
  firstYear,
  isMine = (client) => client === doc.clientID,
  mustPropose = false,
}: Parts): Extensions {
  return [
    ...textNodes(firstYear),
    Collaboration.configure({
      document: doc,
      field: fragmentName,
      // What others have written into something of mine stays when I undo having made it.
      yUndoOptions: {
        protectedNodes: new Set([
          ...["block", "paragraph", "table", "tableRow", "tableCell", "tableHeader"],
          ...["objective", "objectiveTitle", "indicator"],
        ]),
      },
    }),
    caretsOf(awareness, userName),
    LookBeforeCarets,
    Suggesting.configure({ doc, isMine, mustPropose }),
    SectionKeys.configure({ onLink }),
    SectionTyping,
    ObjectiveEditing,
    InsertMenu,
    PartNumbers,
    SectionClipboard,
    TableEditing,
    Dropcursor,
    Gapcursor,
  ];
}

const TableEditing = Extension.create({
  name: "sectionTableEditing",
  addProseMirrorPlugins: () => [sectionTableEditing()],
});
