import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FilePicker } from "../../ui/file-picker.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ImportPreview } from "./import-preview.tsx";
import type { ImportTarget } from "./import-targets.ts";
import { useImportFile } from "./use-import-file.ts";

interface Props {
  /** Null: into one section, whole. */
  readonly planId: string | null;
  readonly targets: readonly ImportTarget[];
}

/** A file is chosen, looked at, and written. */
export function ImportDesk({ planId, targets }: Props) {
  const { t } = useTranslation();
  const { standing, read, write, stop } = useImportFile(planId, targets);
  if (targets.length === 0) return <Notice kind="warning">{t("import.noTargets")}</Notice>;
  return (
    <>
      <FilePicker
        label={t("import.file")}
        hint={t("import.fileHint")}
        accept=".docx,.docm,.html,.htm,.md,.markdown,.txt"
        isBusy={standing.step === "READING" || standing.step === "WRITING"}
        onPick={(file) => void read(file)}
      />
      {standing.step === "READING" && <p role="status">{t("import.reading")}</p>}
      {standing.step === "FAILED" && (
        <Notice kind="danger" role="alert">
          {standing.sentence}
        </Notice>
      )}
      {(standing.step === "PREVIEW" || standing.step === "WRITING") && (
        <ImportPreview
          key={standing.file.name}
          file={standing.file}
          targets={targets}
          isOnly={planId === null}
          isWriting={standing.step === "WRITING"}
          problem={standing.step === "PREVIEW" ? standing.problem : null}
          onConfirm={(choices) => void write(standing.file, choices)}
          onStop={stop}
        />
      )}
      {standing.step === "DONE" && (
        <Notice kind="success" role="status">
          <p>{t("import.done", { count: standing.sections.length })}</p>
          <ul>
            {standing.sections.map((section) => (
              <li key={section.id}>
                <Link to={`/sezioni/${section.id}`} lang="it">
                  {section.title}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
