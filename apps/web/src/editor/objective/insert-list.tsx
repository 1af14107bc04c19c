import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useContext, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { isSuggesting } from "../proposal/suggesting.ts";
import { insertTable } from "../text/section-table.ts";
import { anchorOfInsertMenu, closeInsertMenu, isInsertMenuOpen } from "./insert-menu.ts";
import { insertObjective } from "./insert-objective.ts";
import { insertReused, type ReusedObjective } from "./insert-reused.ts";
import { ObjectiveSourcesContext } from "./objective-sources.ts";

const kinds = ["objective", "reuse", "table", "part"] as const;
type Kind = (typeof kinds)[number];
const commands: Readonly<Record<Exclude<Kind, "reuse" | "part">, Command>> = {
  objective: insertObjective,
  table: insertTable(3, 3),
};

/** What can be inserted at the caret, once «/» has asked for it. */
export function InsertList({ editor, onPart }: Pick<Props, "editor" | "onPart">) {
  const { renderReuse } = useContext(ObjectiveSourcesContext);
  const [isReusing, setReusing] = useState(false);
  const isOpen = useEditorState({ editor, selector: ({ editor }) => isInsertMenuOpen(editor.state) });
  const anchor = anchorOfInsertMenu(editor);
  const insert = (objective: ReusedObjective) =>
    insertReused(objective)(editor.state, editor.view.dispatch, editor.view);
  return (
    <>
      {isOpen &&
        anchor &&
        createPortal(
          <OpenList editor={editor} onReuse={renderReuse && (() => setReusing(true))} onPart={onPart} />,
          anchor,
        )}
      {isReusing && renderReuse?.({ onInsert: insert, onClose: () => setReusing(false) })}
    </>
  );
}

interface Props {
  readonly editor: Editor;
  /** Null: nothing can be reused here. */
  readonly onReuse: (() => void) | null;
  /** Asks to which part of the plan words refer; null: none is known. */
  readonly onPart: (() => void) | null;
}

function OpenList({ editor, onReuse, onPart }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const asks = { reuse: onReuse, part: onPart };
  const offered = kinds.filter((kind) => {
    // A record cannot be proposed.
    if (isSuggesting(editor) && (kind === "objective" || kind === "reuse")) return false;
    return (kind !== "reuse" && kind !== "part") || asks[kind] !== null;
  });

  useEffect(() => list.current?.focus(), []);
  const choose = (kind: Kind) => {
    closeInsertMenu(editor);
    if (kind === "reuse" || kind === "part") asks[kind]?.();
    else commands[kind](editor.state, editor.view.dispatch, editor.view);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = offered.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter") choose(offered[at]!);
    else if (event.key === "Escape") closeInsertMenu(editor, "/");
    else if (event.key === "Backspace" || event.key === "Tab") closeInsertMenu(editor);
    else if (event.key.length === 1) closeInsertMenu(editor, `/${event.key}`);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className="insert-list"
      role="listbox"
      tabIndex={-1}
      aria-label={t("objective.insert.label")}
      aria-activedescendant={`${id}-${offered[at]}`}
      onKeyDown={onKeyDown}
      onBlur={() => closeOnBlur(editor)}
    >
      {offered.map((kind, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
        <div
          key={kind}
          id={`${id}-${kind}`}
          role="option"
          aria-selected={index === at}
          className="insert-list__option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(kind)}
        >
          {t(`objective.insert.${kind}`)}
        </div>
      ))}
    </div>
  );
}

/** Whoever goes elsewhere has chosen nothing. */
function closeOnBlur(editor: Editor): void {
  if (!editor.isDestroyed && isInsertMenuOpen(editor.state)) closeInsertMenu(editor);
}
