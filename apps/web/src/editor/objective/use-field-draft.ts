import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** As long as somebody types on, what they type is not written: each writing is one more piece in the log. */
const pauseMs = 400;

interface FieldDraft {
  /** What is being typed here, else what is written. */
  readonly shown: string;
  readonly type: (text: string) => void;
  readonly writeNow: () => void;
  readonly leave: () => void;
  /** Writes at once, in the place of what was typed. */
  readonly choose: (text: string) => void;
}

/** What this person types in a field, until it is written. What others write there shows meanwhile only where this person is not
 *  writing. */
export function useFieldDraft(written: string, onWrite: (value: string | null) => void): FieldDraft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly isWritten: boolean } | null>(null);
  const write = useRef(() => {});
  write.current = () => {
    if (!draft || draft.isWritten) return;
    // As typed, with the space after which its writer may go on.
    setDraft({ ...draft, isWritten: true });
    if (draft.text.trim() !== written) onWrite(draft.text.trim() || null);
  };
  useEffect(() => {
    if (!draft || draft.isWritten) return;
    const due = setTimeout(() => write.current(), pauseMs);
    return () => clearTimeout(due);
  }, [draft]);
  // Somebody else's words, since this person writes nothing there just now.
  useEffect(() => setDraft((own) => (own?.isWritten && own.text.trim() !== written ? null : own)), [written]);
  useLastMoment(() => write.current());
  return {
    shown: draft?.text ?? written,
    type: (text) => setDraft({ text, isWritten: false }),
    writeNow: () => write.current(),
    choose: (text) => {
      setDraft({ text, isWritten: true });
      if (text !== written) onWrite(text);
    },
    leave: () => {
      write.current();
      setDraft(null);
    },
  };
}

/** Called also when the page is left, before the sitting ends, or closed. */
export function useLastMoment(write: () => void): void {
  const last = useRef(write);
  last.current = write;
  useLayoutEffect(() => {
    const writeNow = () => last.current();
    addEventListener("pagehide", writeNow);
    return () => {
      removeEventListener("pagehide", writeNow);
      writeNow();
    };
  }, []);
}
