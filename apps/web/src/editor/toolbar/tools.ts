import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeaderRow,
} from "@tiptap/pm/tables";
import { type BlockKind, shapeOf } from "@upiao/document";
import { insertObjective } from "../objective/insert-objective.ts";
import { isSuggesting } from "../proposal/suggesting.ts";
import { indentBy, isInCell, selectedBlocks, toggleKind } from "../text/block-commands.ts";
import { insertTable } from "../text/section-table.ts";
import type { IconName } from "./icons.tsx";

/** A button of the toolbar. Its words are `editor.tool.<name>`. */
export interface Tool {
  readonly name: string;
  /** A drawing, or what headings are known by. */
  readonly icon: IconName | `T${number}`;
  /** As keyboards in Italy write it; on Macs ⌘ stands for Ctrl and ⌥ for Alt. */
  readonly keys?: string;
  readonly run: (editor: Editor) => void;
  readonly isPressed?: (editor: Editor) => boolean;
  readonly isIdle: (editor: Editor) => boolean;
  /** Only with the caret in a table, or only outside. */
  readonly where?: "table" | "text";
}

export const toolGroups: readonly { readonly name: string; readonly tools: readonly Tool[] }[] = [
  { name: "history", tools: [history("undo", "Ctrl+Z"), history("redo", "Ctrl+Y")] },
  {
    name: "blocks",
    tools: [
      kind("paragraph", "paragraph", "Ctrl+Alt+0"),
      heading(1),
      heading(2),
      heading(3),
      kind("quote", "quote", "Ctrl+Shift+9"),
    ],
  },
  {
    name: "lists",
    tools: [
      kind("bullet", "bullet", "Ctrl+Shift+8"),
      kind("ordered", "ordered", "Ctrl+Shift+7"),
      command("outdent", "outdent", indentBy(-1), { keys: "Shift+Tab", where: "text" }),
      command("indent", "indent", indentBy(1), { keys: "Tab", where: "text" }),
    ],
  },
  { name: "words", tools: [mark("bold", "Ctrl+B"), mark("italic", "Ctrl+I"), mark("underline", "Ctrl+U")] },
  {
    name: "table",
    tools: [
      command("insertTable", "table", insertTable(3, 3), { where: "text" }),
      command("insertObjective", "objective", insertObjective, { where: "text" }),
      command("rowBefore", "rowBefore", addRowBefore, { where: "table" }),
      command("rowAfter", "rowAfter", addRowAfter, { where: "table" }),
      command("rowDelete", "rowDelete", deleteRow, { where: "table" }),
      command("columnBefore", "columnBefore", addColumnBefore, { where: "table" }),
      command("columnAfter", "columnAfter", addColumnAfter, { where: "table" }),
      command("columnDelete", "columnDelete", deleteColumn, { where: "table" }),
      command("headerRow", "headerRow", toggleHeaderRow, { where: "table" }),
      command("tableDelete", "tableDelete", deleteTable, { where: "table" }),
    ],
  },
];

/** Rejecting a column would leave ragged rows, and neither a cell nor a record is a word that stands beside another. */
const notProposed = new Set(["columnBefore", "columnAfter", "columnDelete", "headerRow", "insertObjective"]);

export function isHere(tool: Tool, editor: Editor): boolean {
  if (notProposed.has(tool.name) && isSuggesting(editor)) return false;
  return tool.where === undefined || (tool.where === "table") === isInCell(editor.state);
}

function history(name: "undo" | "redo", keys: string): Tool {
  return {
    name,
    icon: name,
    keys,
    run: (editor) => editor.commands[name](),
    isIdle: (editor) => !editor.can()[name](),
  };
}

function heading(level: 1 | 2 | 3): Tool {
  return {
    ...kind("heading", `T${level}`, `Ctrl+Alt+${level}`, level),
    name: `heading${level}`,
    isPressed: (editor) => allBlocks(editor, (shape) => shape.kind === "heading" && shape.level === level),
  };
}

function kind(name: BlockKind, icon: Tool["icon"], keys: string, level?: number): Tool {
  return {
    ...command(name, icon, toggleKind(name, level), { keys, where: "text" }),
    isPressed: (editor) => allBlocks(editor, (shape) => shape.kind === name),
  };
}

function mark(name: "bold" | "italic" | "underline", keys: string): Tool {
  return {
    name,
    icon: name,
    keys,
    run: (editor) => editor.commands.toggleMark(name),
    isPressed: (editor) => editor.isActive(name),
    isIdle: (editor) => !editor.can().toggleMark(name),
  };
}

function command(
  name: string,
  icon: Tool["icon"],
  change: Command,
  more: Pick<Tool, "keys" | "where"> = {},
): Tool {
  return {
    name,
    icon,
    ...more,
    run: ({ state, view }) => void change(state, view.dispatch, view),
    isIdle: ({ state }) => !change(state),
  };
}

function allBlocks({ state }: Editor, isSo: (shape: ReturnType<typeof shapeOf>) => boolean): boolean {
  const blocks = selectedBlocks(state);
  return blocks.length > 0 && blocks.every(({ node }) => isSo(shapeOf(node.attrs)));
}
