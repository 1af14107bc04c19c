import { useTranslation } from "react-i18next";
import { Moment } from "../../ui/moment.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { ExportProgress } from "./export-progress.tsx";
import { exportTitle, type MyExport } from "./export-words.ts";
import "./export.css";

/** The files that somebody has asked for, with how far each is. */
export function ExportTable({ exports }: { readonly exports: readonly MyExport[] }) {
  const { t } = useTranslation();
  return (
    <StackingTable
      caption={t("export.mineCaption")}
      rows={exports}
      keyOf={({ id }) => id}
      columns={[
        { key: "what", words: t("export.what"), cell: (one) => exportTitle(one, t) },
        {
          key: "format",
          words: t("export.format"),
          cell: ({ format }) => t(`export.formats.${format}.name`),
        },
        { key: "at", words: t("export.at"), cell: ({ at }) => <Moment iso={at} /> },
        { key: "state", words: t("export.state"), cell: (one) => <ExportState one={one} /> },
        {
          key: "keptUntil",
          words: t("export.keptUntil"),
          cell: ({ keptUntil }) => <Moment iso={keptUntil} />,
        },
      ]}
    />
  );
}

function ExportState({ one }: { readonly one: MyExport }) {
  const { t } = useTranslation();
  const { state, progress, failure, name, path } = one;
  if (failure) return t(`export.failure.${failure}`);
  if (path && name) {
    return (
      <a href={path} download={name} className="export-file">
        {t("export.downloadOf", { name })}
      </a>
    );
  }
  if (state === "QUEUED") return t("export.queued");
  return (
    <>
      <ExportProgress percent={progress} aria-label={t("export.progressOf", { what: exportTitle(one, t) })} />
      {t("export.percent", { percent: progress })}
    </>
  );
}
