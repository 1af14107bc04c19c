import type { TextareaHTMLAttributes } from "react";
import { FieldFrame } from "./field.tsx";
import { faultAt, useFieldIds } from "./field-ids.ts";
import type { FormFault } from "./use-form.ts";

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly FormFault[];
}

/** Several lines of a form, with their label above, their hint, and what is wrong with them. */
export function TextAreaField({ label, hint, faults, ...area }: Props) {
  const fault = faultAt(faults, area.name);
  const ids = useFieldIds(area.name, { hint, fault });
  return (
    <FieldFrame {...{ ids, label, hint, fault }}>
      <textarea
        {...area}
        id={ids.input}
        className={`form-control ${fault ? "is-invalid" : ""}`}
        aria-invalid={fault !== undefined}
        aria-describedby={ids.description}
      />
    </FieldFrame>
  );
}
