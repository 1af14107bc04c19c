import { useEditorState } from "@tiptap/react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TextTools } from "../../editor/text-tools.ts";
import {
  type Authorship,
  authorMarks,
  runsOfSentence,
  showAuthorship,
} from "../../editor/version/authorship.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { type Authors, useAuthors } from "./use-authors.ts";

interface Props {
  readonly tools: TextTools;
  readonly sectionId: string;
}

/** Shows in the text who wrote what, and says it of the sentence at the caret. */
export function AuthorshipView({ tools, sectionId }: Props) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(false);
  const hint = useId();
  const authors = useAuthors(sectionId, isOn);
  return (
    <div className="authorship">
      <label className="authorship-switch">
        <input type="checkbox" checked={isOn} onChange={() => setOn(!isOn)} aria-describedby={hint} />
        {t("version.showAuthors")}
      </label>
      <small id={hint}>{t("version.showAuthorsHint")}</small>
      {isOn && authors && <ShownAuthors tools={tools} authors={authors} />}
    </div>
  );
}

function ShownAuthors({
  tools: { editor, sitting },
  authors,
}: {
  readonly tools: TextTools;
  readonly authors: Authors;
}) {
  const { t } = useTranslation();
  const { owners, people, refetch } = authors;
  const { fragment } = sitting;
  useEffect(() => {
    editor.view.dispatch(showAuthorship(editor.state, { fragment, owners }));
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(showAuthorship(editor.state, null));
    };
  }, [editor, fragment, owners]);
  const sentence = useSentenceAt(editor, { fragment, owners }, authors);
  const isSomebodyNew = sentence?.isSomebodyNew ?? false;
  useEffect(() => {
    if (isSomebodyNew) refetch();
  }, [isSomebodyNew, refetch]);
  return (
    <>
      <ul className="authorship-people">
        {people.map(({ userId, name, mark }) => (
          <li key={userId}>
            <span className={`authored authored-${mark % authorMarks}`}>{name}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="authorship-sentence">
        {sentence && sentence.words.length > 0
          ? t("version.sentenceBy", { names: sentence.words.join("; ") })
          : t("version.sentenceEmpty")}
      </p>
    </>
  );
}

/** Names and times of who wrote the sentence at the caret, each client id of theirs once. */
function useSentenceAt(editor: TextTools["editor"], authorship: Authorship, { writers }: Authors) {
  const { t } = useTranslation();
  const language = useLanguage();
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const runs = runsOfSentence(state.doc, state.selection.head, authorship);
      const words = runs.map(({ client }) => {
        const writer = writers.get(client);
        if (!writer) return t("version.unknown");
        const [from, to] = [writer.firstAt, writer.lastAt].map((at) => formatMoment(at, language));
        return from === to
          ? t("version.wroteAt", { name: writer.name, from })
          : t("version.wroteBetween", { name: writer.name, from, to });
      });
      return { words: [...new Set(words)], isSomebodyNew: runs.some(({ client }) => !writers.has(client)) };
    },
  });
}
