import { Extension } from "@tiptap/core";
import { DOMSerializer, Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { objectiveCells, safeAddress, writeCopiedObjective } from "@upiao/document";
import { isInCell } from "../text/block-commands.ts";
import { cleanPastedHtml } from "./clean-pasted-html.ts";
import { copiedText } from "./copied-text.ts";
import { groupLists } from "./group-lists.ts";

/** What comes into the text from elsewhere, and what goes out of it. */
export const SectionClipboard = Extension.create({
  name: "sectionClipboard",
  // Before the one that Tiptap brings for text.
  priority: 1_000,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPastedHtml,
          clipboardSerializer: new ListSerializer(this.editor.schema),
          clipboardTextSerializer: (slice) => copiedText(slice.content),
          handlePaste: (view, event, slice) => pasteLink(view, event) || pasteIntoCell(view, slice),
        },
      }),
    ];
  },
});

class ListSerializer extends DOMSerializer {
  constructor(schema: Schema) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const readable = Fragment.from(
      fragment.content.map((node) => (isObjective(node) ? tableOf(node) : node)),
    );
    const html = super.serializeFragment(readable, options, target);
    fragment.forEach((node, _offset, index) => {
      const table = isObjective(node) ? html.children[index]?.querySelector("table") : null;
      table?.setAttribute("data-objective", writeCopiedObjective(node));
    });
    if (fragment.childCount > 1 && fragment.firstChild?.isBlock) groupLists(html);
    return html;
  }
}

const isObjective = ({ type }: Node) => type.name === "objective";

/** As which other programs read it; ours reads what is written beside. */
function tableOf(objective: Node): Node {
  const { table, tableRow, tableCell, tableHeader } = objective.type.schema.nodes;
  const named = (name: string) => objective.children.filter(({ type }) => type.name === name);
  const rows = objectiveCells<Node>({
    title: named("objectiveTitle")[0] ?? null,
    attributes: objective.attrs,
    indicators: named("indicator").map((name) => ({ name, attributes: name.attrs })),
  });
  const cellOf = ({ isHeader, colspan, content }: (typeof rows)[number][number]) => {
    const words =
      content === ""
        ? null
        : typeof content === "string"
          ? objective.type.schema.text(content)
          : content.content;
    return (isHeader ? tableHeader! : tableCell!).create({ colspan }, words);
  };
  return table!.create(
    null,
    rows.map((cells) => tableRow!.create(null, cells.map(cellOf))),
  );
}

/** An address pasted over words makes a link of them. */
function pasteLink(view: EditorView, event: ClipboardEvent): boolean {
  const { selection, schema, tr } = view.state;
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const href = /\s/.test(text) ? null : safeAddress(text);
  if (!href || selection.empty || !(selection instanceof TextSelection)) return false;
  view.dispatch(tr.addMark(selection.from, selection.to, schema.marks.link!.create({ href })));
  return true;
}

/** Several blocks pasted into a cell become lines of it: blocks cannot stand in a cell, and would split the
 *  table. */
function pasteIntoCell(view: EditorView, slice: Slice): boolean {
  const { state } = view;
  const hasTable = slice.content.content.some((node) => node.type.spec.tableRole);
  if (hasTable || !isInCell(state) || !slice.content.firstChild?.isTextblock) return false;
  const lines = slice.content.content.flatMap((block, index): Node[] => [
    ...(index > 0 ? [state.schema.nodes.hardBreak!.create()] : []),
    ...block.children,
  ]);
  view.dispatch(state.tr.replaceSelection(new Slice(Fragment.from(lines), 0, 0)).scrollIntoView());
  return true;
}
