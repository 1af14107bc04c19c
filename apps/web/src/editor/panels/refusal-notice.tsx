import { useTranslation } from "react-i18next";
import type { Sitting, SittingView } from "../sitting/sitting.ts";
import { CopyButton } from "./handed-back-panel.tsx";

/** Why the section cannot be written any more, and what can be done. */
export function RefusalNotice({
  sitting,
  view: { save, phase, hasUnsaved },
}: {
  sitting: Sitting;
  view: SittingView;
}) {
  const { t } = useTranslation();
  if (save.kind === "readOnly" && save.reason === "OLD_CLIENT")
    return <ReloadNotice sentence={t("editor.oldClient")} />;
  if (save.kind !== "refused") return null;
  const unsaved = hasUnsaved && phase !== "over" ? sitting.unsavedText() : "";
  return (
    <ReloadNotice sentence={t(`editor.refused.${save.why}`)} isFinal={phase === "over"}>
      {unsaved && <CopyButton text={unsaved} />}
    </ReloadNotice>
  );
}

interface ReloadProps {
  readonly sentence: string;
  readonly isFinal?: boolean;
  readonly children?: React.ReactNode;
}

export function ReloadNotice({ sentence, isFinal = false, children }: ReloadProps) {
  const { t } = useTranslation();
  return (
    <div className="alert alert-warning section-notice" role="alert">
      <p>{sentence}</p>
      {!isFinal && (
        <button type="button" className="btn btn-primary btn-xs" onClick={() => location.reload()}>
          {t("editor.reload")}
        </button>
      )}
      {children}
    </div>
  );
}
