import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { Notice } from "../../ui/notice.tsx";
import { type Mention, MentionField } from "./mention-field.tsx";

interface Props {
  readonly sectionId: string;
  readonly label: string;
  readonly submit: string;
  readonly begin?: { readonly text: string; readonly mentions: readonly Mention[] };
  readonly onSend: (text: string, mentions: string[]) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  /** The field takes the focus, anew whenever this changes; not at all without it. */
  readonly focusKey?: string | number;
  readonly children?: ReactNode;
}

/** Writes a comment. What was written stays when the server refuses it, and says why. */
export function WordsForm({
  sectionId,
  label,
  submit,
  begin,
  onSend,
  onDone,
  onCancel,
  focusKey,
  children,
}: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(begin?.text ?? "");
  const [named, setNamed] = useState<readonly Mention[]>(begin?.mentions ?? []);
  const [fault, setFault] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    if (focusKey !== undefined) form.current?.querySelector("textarea")?.focus();
  }, [focusKey]);

  const send = async () => {
    if (isSending) return;
    if (text.trim() === "") {
      setFault(t("field.missing"));
      return;
    }
    setSending(true);
    setFault(null);
    try {
      const ids = named.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
      await onSend(text, [...new Set(ids)]);
      setText("");
      setNamed([]);
      onDone?.();
    } catch (error) {
      setFault(sentence(problemOf(error)));
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      ref={form}
      className="words-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <MentionField
        {...{ sectionId, label, text }}
        isFaulty={fault !== null}
        onText={setText}
        onMention={(mention) => setNamed([...named, mention])}
        onSend={() => void send()}
      />
      {fault && (
        <Notice kind="danger" role="alert">
          {fault}
        </Notice>
      )}
      <div className="words-form-answers">
        <button type="submit" className="btn btn-primary btn-sm" aria-disabled={isSending}>
          {isSending ? t("comment.sending") : submit}
        </button>
        {onCancel && (
          <button type="button" className="btn btn-outline-primary btn-sm" onClick={onCancel}>
            {t("comment.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
