import type { Editor } from "@tiptap/core";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly editor: Editor;
  readonly title: string;
  readonly save: string;
  /** What the button is called that makes plain words of it again; null where there is no link yet. */
  readonly remove: string | null;
  /** False where what was given makes no link: the dialog stays. */
  readonly onSave: () => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog of a link. The browser's own keeps the focus inside and gives it back. */
export function LinkFrame({ editor, title, save, remove, onSave, onClose, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    // The browser gives the focus back to the text, but at its beginning.
    const { from, to } = editor.state.selection;
    dialog.current?.close();
    editor.commands.setTextSelection({ from, to });
    editor.view.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onSave()) close();
  };

  return (
    <dialog
      ref={dialog}
      className="section-dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={submit} noValidate>
        <h2 id={id} className="h5">
          {title}
        </h2>
        {children}
        <div className="section-dialog__actions">
          <button type="submit" className="btn btn-primary btn-sm">
            {save}
          </button>
          {remove !== null && (
            <button
              type="button"
              className="btn btn-outline-danger btn-sm"
              onClick={() => {
                editor.chain().unsetMark("link", { extendEmptyMarkRange: true }).run();
                close();
              }}
            >
              {remove}
            </button>
          )}
          <button type="button" className="btn btn-outline-primary btn-sm" onClick={close}>
            {t("editor.link.cancel")}
          </button>
        </div>
      </form>
    </dialog>
  );
}
