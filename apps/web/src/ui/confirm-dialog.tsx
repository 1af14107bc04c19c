import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly question: string;
  readonly effect: string;
  readonly answer: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that touches somebody else at once. The browser's own dialog: it holds the focus, closes
 *  with Esc and gives the focus back. */
export function ConfirmDialog({ question, effect, answer, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-effect`}
      onClose={onClose}
    >
      <h2 id={`${id}-question`}>{question}</h2>
      <p id={`${id}-effect`}>{effect}</p>
      <div className="confirm-dialog-answers">
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {answer}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={close}>
          {t("people.cancel")}
        </button>
      </div>
    </dialog>
  );
}
