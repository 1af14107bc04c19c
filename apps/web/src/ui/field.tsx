import type { InputHTMLAttributes, ReactNode } from "react";
import { faultAt, useFieldIds } from "./field-ids.ts";
import type { FormFault } from "./use-form.ts";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly FormFault[];
}

/** A line of a form, with its label above, its hint, and what is wrong with it. */
export function Field({ label, hint, faults, ...input }: Props) {
  const fault = faultAt(faults, input.name);
  const ids = useFieldIds(input.name, { hint, fault });
  return (
    <FieldFrame {...{ ids, label, hint, fault }}>
      <input
        {...input}
        id={ids.input}
        className={`form-control ${fault ? "is-invalid" : ""}`}
        aria-invalid={fault !== undefined}
        aria-describedby={ids.description}
      />
    </FieldFrame>
  );
}

interface FrameProps {
  readonly ids: ReturnType<typeof useFieldIds>;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string;
  readonly children: ReactNode;
}

/** What stands around the control of a field, whatever it is. */
export function FieldFrame({ ids, label, hint, fault, children }: FrameProps) {
  return (
    <div className="field">
      <label htmlFor={ids.input}>{label}</label>
      {hint && (
        <p id={ids.hint} className="field-hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={ids.fault} className="field-fault">
          {fault}
        </p>
      )}
      {children}
    </div>
  );
}
