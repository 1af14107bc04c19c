import { useMutation } from "@apollo/client/react";
import { longestQuote } from "@upiao/document";
import { type ThreadKind, threadKinds, whyNotRaise } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommentDesk, DeskView } from "../../editor/comment/comment-desk.ts";
import { AddThreadDocument } from "../../generated/graphql.ts";
import type { CommentStanding } from "./comment-standing.ts";
import { base64Of } from "./use-desk.ts";
import { WordsForm } from "./words-form.tsx";

interface Props {
  readonly standing: CommentStanding;
  readonly desk: CommentDesk;
  readonly view: DeskView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A new thread, on the words that were chosen or on the whole section. */
export function NewThread({ standing, desk, view: { draft, begun }, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [kind, setKind] = useState<ThreadKind>("OBSERVATION");
  const [addThread] = useMutation(AddThreadDocument);
  const { sectionId, place, posts } = standing;
  const kinds = threadKinds.filter((one) => whyNotRaise(one, place, posts) === null);
  if (draft && draft.quote.length > longestQuote) {
    return <p role="alert">{t("comment.tooManyWords", { most: longestQuote })}</p>;
  }
  const send = (text: string, mentions: string[]) => {
    const anchor = draft && { ...draft, start: base64Of(draft.start), end: base64Of(draft.end) };
    return addThread({ variables: { thread: { sectionId, kind, text, mentions, anchor } } });
  };
  return (
    <section className="new-thread" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("comment.new")}</h3>
      {draft ? <blockquote lang="it">{draft.quote}</blockquote> : <p>{t("comment.whole")}</p>}
      <WordsForm
        sectionId={sectionId}
        label={t("comment.text")}
        submit={t("comment.send")}
        focusKey={begun}
        onSend={send}
        onDone={onDone}
        onCancel={onCancel}
      >
        <label htmlFor={`${id}-kind`}>{t("comment.kind")}</label>
        <select
          id={`${id}-kind`}
          className="form-select"
          value={kind}
          onChange={({ target }) => setKind(threadKinds.find((one) => one === target.value) ?? kind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`comment.kinds.${one}`)}
            </option>
          ))}
        </select>
        {!draft && <FindWords desk={desk} />}
      </WordsForm>
    </section>
  );
}

/** For whoever cannot choose words in a text that they only read, as with a keyboard alone. */
function FindWords({ desk }: { readonly desk: CommentDesk }) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);
  const find = () => setMissing(desk.beginOnWords(words) === 0);
  return (
    <details className="find-words">
      <summary>{t("comment.findWords")}</summary>
      <label htmlFor={id}>{t("comment.findLabel")}</label>
      <input
        id={id}
        className="form-control"
        lang="it"
        value={words}
        aria-describedby={`${id}-fault`}
        aria-invalid={isMissing}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          find();
        }}
      />
      <p id={`${id}-fault`} role="alert">
        {isMissing && t("comment.notFound")}
      </p>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={find}>
        {t("comment.find")}
      </button>
    </details>
  );
}
