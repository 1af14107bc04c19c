import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportInput } from "../../generated/graphql.ts";
import { ExportDialog } from "./export-dialog.tsx";

interface Props {
  readonly what: ExportInput;
  /** The id of what says which one it is, where there are several of them. */
  readonly describedBy?: string;
}

/** Opens the choice of a format for a file of this. */
export function ExportButton({ what, describedBy }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary btn-sm export-button"
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        {t(`export.do.${what.kind}`)}
      </button>
      {isOpen && <ExportDialog what={what} onClose={() => setOpen(false)} />}
    </>
  );
}
