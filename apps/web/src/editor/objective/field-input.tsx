import type { Editor } from "@tiptap/core";
import {
  directionOf,
  faultOfField,
  fieldText,
  type IndicatorField,
  longestField,
  measurerOf,
  type ObjectiveField,
  unitOf,
} from "@upiao/document";
import { directions, measurers, units } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldNote } from "./field-note.tsx";
import { useFieldDraft } from "./use-field-draft.ts";

export interface FieldProps {
  readonly field: ObjectiveField | IndicatorField;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Writes this field alone. */
  readonly onWrite: (value: string | null) => void;
}

/** A field of an objective. What others write in it is shown at once, unless this person is writing in it. */
export function FieldInput({ field, label, hint, attributes, onWrite }: FieldProps) {
  const id = useId();
  const { shown, type, writeNow, leave } = useFieldDraft(fieldText(attributes, field), onWrite);
  const fault = faultOfField(field, { ...attributes, [field]: shown });
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
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === "Enter" && writeNow()}
      />
      <FieldNote id={`${id}-told`} fault={fault} hint={hint} />
    </div>
  );
}

const choices = {
  unit: { words: units, read: unitOf },
  direction: { words: directions, read: directionOf },
  measuredBy: { words: measurers, read: measurerOf },
} as const;

/** A field with a closed list of values. */
export function FieldChoice({
  field,
  label,
  attributes,
  onWrite,
}: FieldProps & { readonly field: "unit" | "direction" | "measuredBy" }) {
  const { t } = useTranslation();
  const id = useId();
  const fault = faultOfField(field, attributes);
  const { words, read } = choices[field];
  const chosen = read(attributes);
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
      <FieldNote id={`${id}-told`} fault={fault} />
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
