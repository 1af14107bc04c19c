import type { Editor } from "@tiptap/core";
import {
  directionOf,
  faultOfField,
  fieldText,
  type IndicatorField,
  longestField,
  type ObjectiveField,
  unitOf,
} from "@upiao/document";
import { directions, units } from "@upiao/domain";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface FieldProps {
  readonly field: ObjectiveField | IndicatorField;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Writes this field alone. */
  readonly onWrite: (value: string | null) => void;
}

/** As long as somebody types on, what they type is not written: each writing is one more piece in the log. */
const pauseMs = 400;

/** A field of an objective. What others write in it is shown at once, unless this person is writing in it. */
export function FieldInput({ field, label, hint, attributes, onWrite }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly isWritten: boolean } | null>(null);
  const written = fieldText(attributes, field);
  const shown = draft?.text ?? written;
  const fault = faultOfField(field, { ...attributes, [field]: shown });
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
  // Also when the page is left, before the sitting ends, or closed.
  useLayoutEffect(() => {
    const writeNow = () => write.current();
    addEventListener("pagehide", writeNow);
    return () => {
      removeEventListener("pagehide", writeNow);
      writeNow();
    };
  }, []);
  const isNumber = field === "baseline" || field.startsWith("target");

  return (
    <div className={`objective-field objective-field--${isNumber ? "number" : "text"}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="form-control form-control-sm"
        autoComplete="off"
        inputMode={isNumber && attributes.unit !== "YES_NO" ? "decimal" : undefined}
        maxLength={longestField}
        value={shown}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-told`}
        onChange={({ target }) => setDraft({ text: target.value, isWritten: false })}
        onBlur={() => {
          write.current();
          setDraft(null);
        }}
        onKeyDown={({ key }) => key === "Enter" && write.current()}
      />
      <p
        id={`${id}-told`}
        className={fault ? "objective-field__fault" : "objective-field__hint"}
        aria-live="polite"
      >
        {fault ? t(`objective.fault.${fault}`) : hint}
      </p>
    </div>
  );
}

/** A field with a closed list of values. */
export function FieldChoice({
  field,
  label,
  attributes,
  onWrite,
}: FieldProps & { readonly field: "unit" | "direction" }) {
  const { t } = useTranslation();
  const id = useId();
  const fault = faultOfField(field, attributes);
  const chosen = field === "unit" ? unitOf(attributes) : directionOf(attributes);
  const words: readonly string[] = field === "unit" ? units : directions;
  return (
    <div className="objective-field objective-field--choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="form-select form-select-sm"
        value={chosen ?? ""}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-told`}
        onChange={({ target }) => onWrite(target.value)}
      >
        {chosen === null && <option value="">{t("objective.choose")}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {t(`objective.${field}.${word}`)}
          </option>
        ))}
      </select>
      <p id={`${id}-told`} className="objective-field__fault" aria-live="polite">
        {fault && t(`objective.fault.${fault}`)}
      </p>
    </div>
  );
}

/** Writes one attribute of the node at this place, and no other. */
export function writeField(
  editor: Editor,
  at: number | undefined,
  field: string,
  value: string | null,
): void {
  if (at === undefined || editor.isDestroyed || !editor.isEditable) return;
  editor.view.dispatch(editor.state.tr.setNodeAttribute(at, field, value));
}
