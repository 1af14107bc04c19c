import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { headingsOf } from "./headings-of.ts";

/** The headings of the text; each leads to its place. */
export function TextOutline({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const id = useId();
  const headings = useEditorState({ editor, selector: ({ editor }) => headingsOf(editor.state.doc) });
  return (
    <nav aria-labelledby={id} className="section-outline">
      <h2 id={id} className="section-aside__title">
        {t("editor.outline.title")}
      </h2>
      {headings.length === 0 ? (
        <p>{t("editor.outline.empty")}</p>
      ) : (
        <ol>
          {headings.map(({ text, level, at }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two headings may have the same words
            <li key={index} data-level={level}>
              <button type="button" onClick={() => goTo(editor, at)}>
                {text}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

function goTo(editor: Editor, at: number): void {
  if (editor.isEditable)
    editor
      .chain()
      .setTextSelection(at + 1)
      .focus(undefined, { scrollIntoView: false })
      .run();
  const heading = editor.view.nodeDOM(at);
  if (heading instanceof HTMLElement) heading.scrollIntoView({ block: "start" });
}
