import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { bodyTitle } from "../../ui/body-title.ts";
import { faultAt, useFieldIds } from "../../ui/field-ids.ts";
import type { FormFault } from "../../ui/use-form.ts";
import { BodyCombobox } from "./body-combobox.tsx";
import { foundWords } from "./found-words.ts";
import { type FoundBody, useFoundBodies } from "./use-found-bodies.ts";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly faults: readonly FormFault[];
}

/** A field of a form for any body of Italy: what is sent is the id of the one that was chosen. */
export function BodyField({ name, label, faults }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  const fault = faultAt(faults, name);
  const ids = useFieldIds(name, { fault });
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<FoundBody | null>(null);
  const { found, isSettled } = useFoundBodies(chosen ? "" : typed);
  return (
    <div className="field">
      <label id={labelId} htmlFor={ids.input}>
        {label}
      </label>
      {fault && (
        <p id={ids.fault} className="field-fault">
          {fault}
        </p>
      )}
      <BodyCombobox
        labelledBy={labelId}
        id={ids.input}
        describedBy={ids.description}
        isInvalid={fault !== undefined}
        {...{ typed, found }}
        onType={(text) => {
          setTyped(text);
          setChosen(null);
        }}
        onChoose={(body) => {
          setTyped(bodyTitle(body, t));
          setChosen(body);
        }}
      />
      <input type="hidden" name={name} value={chosen?.id ?? ""} />
      <p role="status" className="visually-hidden">
        {isSettled && foundWords(found, t)}
      </p>
    </div>
  );
}
