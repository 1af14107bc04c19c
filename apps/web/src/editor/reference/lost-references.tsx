import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { lostIn } from "./part-numbers.ts";

/** References to parts without which the plan will be adopted, each of which leads to its place; nothing where there are none. */
export function LostReferences({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const id = useId();
  const lost = useEditorState({ editor, selector: ({ editor }) => lostIn(editor.state) });
  return (
    <section aria-labelledby={id} className="section-outline" hidden={lost.length === 0}>
      <h2 id={id} className="section-aside__title">
        {t("reference.lostTitle")}
      </h2>
      <p>{t("reference.lostHint")}</p>
      <ol>
        {lost.map(({ words, from, to }) => (
          <li key={from}>
            <button
              type="button"
              onClick={() => editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run()}
            >
              {words}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
