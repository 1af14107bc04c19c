import type { Editor } from "@tiptap/core";
import { partReference, safeAddress } from "@upiao/document";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkFrame } from "./link-frame.tsx";
import { setLink } from "./set-link.ts";

interface Props {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks where the chosen words lead. */
export function LinkDialog({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const before: unknown = editor.getAttributes("link").href;
  const isAddress = typeof before === "string" && partReference(before) === null;
  const [address, setAddress] = useState(isAddress ? before : "");
  const [isRefused, setIsRefused] = useState(false);
  const save = () => {
    const href = addressOf(address);
    if (href) setLink(editor, href, href.replace(/^(?:mailto|tel):/, ""));
    setIsRefused(!href);
    return href !== null;
  };

  return (
    <LinkFrame
      editor={editor}
      title={t("editor.link.title")}
      save={t("editor.link.save")}
      remove={typeof before === "string" ? t("editor.link.remove") : null}
      onSave={save}
      onClose={onClose}
    >
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
    </LinkFrame>
  );
}

/** People write addresses as they read them, without what comes before `www`. */
function addressOf(written: string): string | null {
  const address = written.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(address)) return safeAddress(`mailto:${address}`);
  const isBare = /^[^\s:/?#]+\.[a-z]{2,}(?:[/?#:]\S*)?$/i.test(address);
  return safeAddress(isBare ? `https://${address}` : address);
}
