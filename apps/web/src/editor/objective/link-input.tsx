import { faultOfField, fieldText, type LinkField, longestField } from "@upiao/document";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Combobox } from "../../ui/combobox.tsx";
import type { FieldProps } from "./field-input.tsx";
import { FieldNote } from "./field-note.tsx";
import { FoundStatus, LinkOption } from "./link-option.tsx";
import { matchChoices } from "./match-choices.ts";
import { useFieldDraft } from "./use-field-draft.ts";
import { useLinkChoices } from "./use-link-choices.ts";

/** A field that names one thing by its code: it is chosen from a list, or typed. */
export function LinkInput({ field, label, attributes, onWrite }: FieldProps & { readonly field: LinkField }) {
  const { t } = useTranslation();
  const id = useId();
  const { known, refresh } = useLinkChoices(field);
  const written = fieldText(attributes, field);
  const { shown, type, writeNow, leave, choose } = useFieldDraft(written, onWrite);
  // While somebody looks for one, no code is wrong yet.
  const [isLooking, setLooking] = useState(false);
  const fault = faultOfField(field, { ...attributes, [field]: shown }, isLooking ? null : known);
  const found = known && isLooking ? matchChoices(known.values(), shown, () => false) : [];
  const named = known?.get(written);

  return (
    <div className="objective-field objective-field--text combobox">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <Combobox
        id={id}
        labelledBy={`${id}-label`}
        className="form-control form-control-sm"
        maxLength={longestField}
        typed={shown}
        found={found}
        keyOf={({ code }) => code}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-told`}
        onType={type}
        onChoose={({ code }) => choose(code)}
        onEnter={writeNow}
        onFocus={() => {
          setLooking(true);
          refresh();
        }}
        onBlur={() => {
          setLooking(false);
          leave();
        }}
      >
        {(choice) => <LinkOption choice={choice} />}
      </Combobox>
      <FieldNote
        id={`${id}-told`}
        fault={fault}
        hint={named ? <span lang="it">{named.title}</span> : t("objective.linkHint")}
      />
      <FoundStatus
        typed={isLooking && shown !== written ? shown : ""}
        found={found}
        isKnown={known !== null}
      />
    </div>
  );
}
