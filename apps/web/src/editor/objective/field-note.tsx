import type { FaultKind } from "@upiao/document";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly id: string;
  readonly fault: FaultKind | null;
  readonly hint?: ReactNode;
}

/** Below a field: what is wrong with it, or else its hint. */
export function FieldNote({ id, fault, hint }: Props) {
  const { t } = useTranslation();
  return (
    <p id={id} className={fault ? "objective-field__fault" : "objective-field__hint"} aria-live="polite">
      {fault ? t(`objective.fault.${fault}`) : hint}
    </p>
  );
}
