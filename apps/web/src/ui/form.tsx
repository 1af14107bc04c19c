import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { controlId, FormId } from "./field-ids.ts";
import { Notice } from "./notice.tsx";
import type { FormFault } from "./use-form.ts";

interface Props {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly faults: readonly FormFault[];
  /** What its fields are called by, in a summary of what is wrong. */
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form. What is wrong is summed up above it and takes the focus, with a way to each field. */
export function Form({ onSubmit, faults, labels, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  const placed = faults.filter(({ field }) => field !== null);
  return (
    <FormId value={id}>
      <form onSubmit={onSubmit} noValidate>
        {faults.length > 0 && (
          <Notice kind="danger" role="alert" ref={summary}>
            {faults.map(({ field, sentence }) => field === null && <p key={sentence}>{sentence}</p>)}
            {placed.length > 0 && (
              <>
                <p>{t("field.faults", { count: placed.length })}</p>
                <ul>
                  {placed.map(({ field, sentence }) => (
                    <li key={field}>
                      <a href={`#${controlId(id, field!)}`} onClick={focusTarget}>
                        {labels[field!]}: {sentence}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Notice>
        )}
        {children}
      </form>
    </FormId>
  );
}

// The address stays as it is: it is not another place.
function focusTarget(event: { currentTarget: HTMLAnchorElement; preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}
