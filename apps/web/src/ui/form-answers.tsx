import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  /** What sending the form does. */
  readonly children: ReactNode;
  readonly isSending?: boolean;
  readonly onCancel: () => void;
  /** What giving it up is called, where «Annulla» would be taken for the deed. */
  readonly cancelWords?: string;
}

/** How a form in a dialog ends: it is sent, or given up. */
export function FormAnswers({ children, isSending = false, onCancel, cancelWords }: Props) {
  const { t } = useTranslation();
  return (
    <div className="confirm-dialog-answers">
      <button type="submit" className="btn btn-primary" aria-disabled={isSending}>
        {children}
      </button>
      <button type="button" className="btn btn-outline-primary" onClick={onCancel}>
        {cancelWords ?? t("people.cancel")}
      </button>
    </div>
  );
}
