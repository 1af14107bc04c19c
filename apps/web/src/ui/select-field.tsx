import { FieldFrame } from "./field.tsx";
import { faultAt, useFieldIds } from "./field-ids.ts";
import type { FormFault } from "./use-form.ts";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** Chosen at first; without, the first. */
  readonly defaultValue?: string | undefined;
  readonly faults: readonly FormFault[];
  /** Where other fields hang on the choice. */
  readonly onChoose?: (value: string) => void;
}

/** A choice among few, of which the first is as good as any. */
export function SelectField({ name, label, hint, options, defaultValue, faults, onChoose }: Props) {
  const fault = faultAt(faults, name);
  const ids = useFieldIds(name, { hint, fault });
  return (
    <FieldFrame {...{ ids, label, hint, fault }}>
      <select
        name={name}
        id={ids.input}
        defaultValue={defaultValue}
        className={`form-select ${fault ? "is-invalid" : ""}`}
        aria-invalid={fault !== undefined}
        aria-describedby={ids.description}
        onChange={(event) => onChoose?.(event.currentTarget.value)}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
