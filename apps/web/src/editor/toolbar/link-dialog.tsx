import type { Editor } from "@tiptap/core";
import { safeAddress } from "@upiao/document";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks where the chosen words lead. The browser's own dialog keeps the focus inside and gives it back. */
export function LinkDialog({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const before: unknown = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof before === "string" ? before : "");
  const [isRefused, setIsRefused] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    // The browser gives the focus back to the text, but at its beginning.
    const { from, to } = editor.state.selection;
    dialog.current?.close();
    editor.commands.setTextSelection({ from, to });
    editor.view.focus();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const href = addressOf(address);
    if (href) setLink(editor, href);
    setIsRefused(!href);
    if (href) close();
  };

  return (
    <dialog
      ref={dialog}
      className="section-dialog"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={save} noValidate>
        <h2 id={`${id}-title`} className="h5">
          {t("editor.link.title")}
        </h2>
        <label htmlFor={`${id}-address`}>{t("editor.link.address")}</label>
        <input
          id={`${id}-address`}
          className="form-control"
          type="text"
          inputMode="url"
          autoComplete="url"
          value={address}
          aria-invalid={isRefused}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setAddress(target.value)}
        />
        <p
          id={`${id}-hint`}
          role={isRefused ? "alert" : undefined}
          className={isRefused ? "text-danger" : "text-secondary"}
        >
          {t(isRefused ? "editor.link.refused" : "editor.link.hint")}
        </p>
        <div className="section-dialog__actions">
          <button type="submit" className="btn btn-primary btn-sm">
            {t("editor.link.save")}
          </button>
          {typeof before === "string" && (
            <button
              type="button"
              className="btn btn-outline-danger btn-sm"
              onClick={() => {
                editor.chain().unsetMark("link", { extendEmptyMarkRange: true }).run();
                close();
              }}
            >
              {t("editor.link.remove")}
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

/** People write addresses as they read them, without what comes before `www`. */
function addressOf(written: string): string | null {
  const address = written.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(address)) return safeAddress(`mailto:${address}`);
  const isBare = /^[^\s:/?#]+\.[a-z]{2,}(?:[/?#:]\S*)?$/i.test(address);
  return safeAddress(isBare ? `https://${address}` : address);
}

function setLink(editor: Editor, href: string): void {
  const { doc, selection } = editor.state;
  const hasWords = doc.textBetween(selection.from, selection.to).trim() !== "";
  if (!hasWords && !editor.isActive("link")) {
    const words = {
      type: "text",
      text: href.replace(/^(?:mailto|tel):/, ""),
      marks: [{ type: "link", attrs: { href } }],
    };
    editor.commands.insertContentAt(selection.from, words);
  } else {
    editor.chain().extendMarkRange("link").setMark("link", { href }).run();
  }
}
