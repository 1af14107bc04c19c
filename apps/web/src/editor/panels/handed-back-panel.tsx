import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HandedBack } from "../sitting/handed-back.ts";

interface Props {
  readonly words: readonly HandedBack[];
  /** Null where the text cannot be written in. */
  readonly onPutBack: ((words: HandedBack) => void) | null;
  readonly onSettle: (id: string) => void;
}

/** React writes what it shows as text; escaped before, words would show the escapes. */
const plain = { escapeValue: false };

/** Gives back to their writer the words that could not stay. It waits beside the text and takes no focus: they
 *  may be in the middle of a sentence. */
export function HandedBackPanel({ words, onPutBack, onSettle }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (words.length === 0) return null;
  return (
    <section aria-labelledby={id} className="section-handed-back">
      <div role="status">
        <h2 id={id} className="h6">
          {t("editor.handedBack.title")}
        </h2>
      </div>
      <ul>
        {words.map((handed) => (
          <li key={handed.id}>
            {handed.why === "moved" ? (
              <p>{t("editor.handedBack.moved", { words: handed.text.trim(), interpolation: plain })}</p>
            ) : (
              <>
                <p>{t("editor.handedBack.shut")}</p>
                <blockquote>{handed.text.trim()}</blockquote>
              </>
            )}
            <div className="section-handed-back__actions">
              {onPutBack && (
                <button type="button" className="btn btn-primary btn-xs" onClick={() => onPutBack(handed)}>
                  {t("editor.handedBack.putBack")}
                </button>
              )}
              <CopyButton text={handed.text.trim()} />
              <button
                type="button"
                className="btn btn-outline-danger btn-xs"
                onClick={() => onSettle(handed.id)}
              >
                {t("editor.handedBack.discard")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<"" | "copied" | "notCopied">("");
  const copy = async () => {
    // The clipboard is there only on a secure page, and may be forbidden: the words stay in sight to be selected.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setDone(isCopied ? "copied" : "notCopied");
  };
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => void copy()}>
        {t("editor.handedBack.copy")}
      </button>
      <span role="status" className="section-handed-back__done">
        {done && t(`editor.handedBack.${done}`)}
      </span>
    </>
  );
}
