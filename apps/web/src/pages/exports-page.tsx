import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportTable } from "../features/export/export-table.tsx";
import type { MyExport } from "../features/export/export-words.ts";
import { useMyExports } from "../features/export/use-my-exports.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

/** The files that I have asked for: they change while I look. */
export function ExportsPage() {
  const { t } = useTranslation();
  const { exports, error, refetch } = useMyExports();
  const finished = useFinished(exports ?? []);
  if (!exports) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("export.mine") }]} />
          <PageHeading title={t("export.mine")} />
          <p>{t(exports.length === 0 ? "export.mineNone" : "export.mineIntro")}</p>
        </div>
      </div>
      <div className="container-xxl">
        {/* There from the start: what is put into it is read out. */}
        <div role="status" className="visually-hidden">
          {finished.map(({ id, name, failure }) => (
            <p key={id}>{failure ? t(`export.failure.${failure}`) : t("export.done", { name })}</p>
          ))}
        </div>
        {exports.length > 0 && <ExportTable exports={exports} />}
      </div>
    </>
  );
}

/** Those that were being made when this page first saw them, and are no more. */
function useFinished(exports: readonly MyExport[]): readonly MyExport[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const isMaking = ({ state }: MyExport) => state === "QUEUED" || state === "RUNNING";
  const fresh = exports.filter((one) => isMaking(one) && !seen.has(one.id));
  if (fresh.length > 0) setSeen(new Set([...seen, ...fresh.map(({ id }) => id)]));
  return exports.filter((one) => seen.has(one.id) && !isMaking(one));
}
