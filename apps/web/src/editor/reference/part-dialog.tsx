import type { Editor } from "@tiptap/core";
import { partReference, referenceTo } from "@upiao/document";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkFrame } from "../toolbar/link-frame.tsx";
import { setLink } from "../toolbar/set-link.ts";
import { callPart, findPart, type PlanParts } from "./plan-parts.ts";

interface Props {
  readonly editor: Editor;
  readonly known: PlanParts;
  readonly onClose: () => void;
}

/** Asks to which part of the plan the chosen words refer. */
export function PartDialog({ editor, known, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const before = partReference(editor.getAttributes("link").href);
  const offered = known.parts.filter(({ isWritten }) => isWritten);
  const [chosen, setChosen] = useState(() => {
    const part = before === null ? null : findPart(known, before);
    return (part?.isWritten ? part : offered[0])?.number ?? "";
  });
  const save = () => {
    const part = offered.find(({ number }) => number === chosen);
    if (part) setLink(editor, referenceTo(part.codes[0]!), part.title);
    return part !== undefined;
  };

  return (
    <LinkFrame
      editor={editor}
      title={t("reference.title")}
      save={t("reference.save")}
      remove={before === null ? null : t("reference.remove")}
      onSave={save}
      onClose={onClose}
    >
      <label htmlFor={`${id}-part`}>{t("reference.part")}</label>
      <select
        id={`${id}-part`}
        className="form-select"
        value={chosen}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setChosen(target.value)}
      >
        {offered.map((part) => (
          <option key={part.number} value={part.number}>
            {callPart(part, known)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-secondary">
        {t(known.isNumbered ? "reference.hint" : "reference.hintShared")}
      </p>
    </LinkFrame>
  );
}
